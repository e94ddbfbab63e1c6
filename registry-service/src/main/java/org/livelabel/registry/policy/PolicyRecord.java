package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.livelabel.registry.log.DocumentRef;
import org.livelabel.registry.log.Publication;

/**
 * One published version of a policy.
 *
 * @param products the products it is for; empty if it is for all of the organisation's
 * @param material as decided when it was published, from what was declared, detected and contested
 * @param changeCodes what the organisation said
 * @param detectedCodes what the disclosures of its products had said since the version before
 * @param contestedCodes detected, but denied for a public reason
 * @param notes title, summary, reasons and source addresses
 */
record PolicyRecord(
        UUID policyId,
        PolicyKind kind,
        UUID organisation,
        int version,
        boolean forAll,
        List<UUID> products,
        LocalDate effectiveOn,
        Instant publishedAt,
        long index,
        boolean material,
        boolean declaredMaterial,
        List<String> changeCodes,
        List<String> detectedCodes,
        List<String> contestedCodes,
        List<PolicyText> texts,
        DocumentRef notes) {
    static final String ALL = "all";
    static final String NAMED = "named";

    static PolicyRecord of(Publication publication, PolicyKind kind) {
        return of(
                kind,
                publication.subject().id(),
                publication.effectiveOn(),
                publication.publishedAt(),
                publication.index(),
                publication.data());
    }

    static PolicyRecord of(
            PolicyKind kind, UUID organisation, LocalDate effectiveOn, Instant publishedAt, long index, JsonNode data) {
        return new PolicyRecord(
                UUID.fromString(data.get("policy").asText()),
                kind,
                organisation,
                data.get("version").asInt(),
                data.get("applies_to").asText().equals(ALL),
                strings(data.path("products")).stream().map(UUID::fromString).toList(),
                effectiveOn,
                publishedAt,
                index,
                data.get("material").asBoolean(),
                data.get("declared_material").asBoolean(),
                strings(data.get("change_codes")),
                strings(data.get("detected_codes")),
                strings(data.get("contested_codes")),
                stream(data.get("texts"))
                        .map(text -> new PolicyText(text.get("language").asText(), reference(text.get("document"))))
                        .toList(),
                reference(data.get("document")));
    }

    boolean appliesTo(UUID product) {
        return forAll || products.contains(product);
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static DocumentRef reference(JsonNode node) {
        return new DocumentRef(
                node.get("sha256").asText(),
                node.get("media_type").asText(),
                node.get("size").asLong());
    }
}
