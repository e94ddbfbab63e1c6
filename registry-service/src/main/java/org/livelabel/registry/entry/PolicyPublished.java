package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A version of an organisation's policy.
 *
 * @param effectiveOn from this day on it is in effect, before or after the day of publication
 * @param policy the same for all versions
 * @param version 1, 2, 3, ... for each policy
 * @param appliesTo {@link #ALL} or {@link #NAMED}
 * @param products none if it is for all of the organisation's
 * @param material as decided when it was published, from what was declared, detected and contested
 * @param changeCodes an open list; what the organisation said
 * @param detectedCodes an open list; what the disclosures of its products had said since the version before
 * @param contestedCodes detected, but denied for a public reason
 * @param document title, summary, reasons and source addresses
 */
public record PolicyPublished(
        About about,
        LocalDate effectiveOn,
        UUID policy,
        String kind,
        int version,
        String appliesTo,
        List<UUID> products,
        boolean material,
        boolean declaredMaterial,
        List<String> changeCodes,
        List<String> detectedCodes,
        List<String> contestedCodes,
        List<PolicyText> texts,
        DocumentRef document)
        implements Entry {
    public static final String ALL = "all";
    public static final String NAMED = "named";

    /** @param data as the entry holds it, or as a projection kept it */
    public static PolicyPublished from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.POLICY_PUBLISHED, data);
        return new PolicyPublished(
                about,
                reader.day("effective_on"),
                reader.id("policy"),
                reader.text("kind"),
                reader.number("version"),
                reader.text("applies_to"),
                reader.ids("products"),
                reader.flag("material"),
                reader.flag("declared_material"),
                reader.texts("change_codes"),
                reader.texts("detected_codes"),
                reader.texts("contested_codes"),
                reader.items("texts").stream().map(PolicyText::from).toList(),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.POLICY_PUBLISHED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("effective_on", effectiveOn)
                .put("policy", policy)
                .put("kind", kind)
                .put("version", version)
                .put("applies_to", appliesTo)
                .putAllIfAny("products", products)
                .put("material", material)
                .put("declared_material", declaredMaterial)
                .putAll("change_codes", changeCodes)
                .putAll("detected_codes", detectedCodes)
                .putAll("contested_codes", contestedCodes)
                .putAll("texts", texts.stream().map(PolicyText::data).toList())
                .put("document", document)
                .node();
    }

    public boolean isForAll() {
        return appliesTo.equals(ALL);
    }
}
