package org.livelabel.local.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code devices.json}; {@code sample/README.md} explains the fields. What it says nothing about stays
 * unsaid in the import.
 */
record Device(
        String name,
        String manufacturer,
        String model,
        @JsonProperty("product_ref") String productRef,
        @JsonProperty("device_group") String deviceGroup,
        String category,
        String gtin,
        @JsonProperty("released_on") @Nullable String releasedOn,
        @JsonProperty("security_support_ends") @Nullable JsonNode securitySupportEnds,
        @JsonProperty("active_support_ends") @Nullable JsonNode activeSupportEnds,
        @Nullable JsonNode discontinued,
        String source) {
    /** The day on which the facts were copied. */
    static final String COPIED_ON = "2026-08-22";

    private static final String COLLECTION = "https://endoflife.date/";

    /** Here the maker's name is the product's: "Raspberry Pi 5" without it would be "5". */
    private static final Set<String> NAMED_LIKE_THEIR_MAKER = Set.of("Fairphone", "Raspberry Pi");

    /** This record as one line of an import, in which an operator lists the product of {@code maker}. */
    ObjectNode importRow(UUID maker) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("product_ref", productRef);
        row.put("manufacturer", maker.toString());
        row.putObject("identity")
                .put("name", shortName())
                .put("model", model)
                .put("brand", manufacturer)
                .put("device_group", deviceGroup)
                .put("category", category);
        row.putArray("gtins").add(gtin);
        row.set("support", support());
        return row;
    }

    private String shortName() {
        return NAMED_LIKE_THEIR_MAKER.contains(manufacturer) || !name.startsWith(manufacturer + " ")
                ? name
                : name.substring(manufacturer.length() + 1);
    }

    private ObjectNode support() {
        ObjectNode support = JsonNodeFactory.instance.objectNode();
        if (securitySupportEnds == null || securitySupportEnds.isNull()) {
            support.put("kind", "not_stated");
        } else if (securitySupportEnds.isTextual()) {
            support.put("kind", "fixed_date").put("end_of_security_support", securitySupportEnds.textValue());
        } else {
            support.put("kind", securitySupportEnds.booleanValue() ? "ended_at_unstated_date" : "no_end_announced");
        }
        if (releasedOn != null) {
            support.put("general_availability", releasedOn);
        }
        milestone(support, "end_of_sales", discontinued);
        milestone(support, "end_of_feature_updates", activeSupportEnds);
        ObjectNode provenance = support.putObject("provenance").put("basis", "document");
        provenance.put("asserted_on", COPIED_ON);
        URI page = URI.create(source.replaceFirst("^http:", "https:"));
        var evidence = provenance.putArray("evidence");
        evidence.addObject().put("url", page.toString()).put("title", siteName(page));
        if (!page.toString().startsWith(COLLECTION)) {
            evidence.addObject().put("url", COLLECTION).put("title", siteName(URI.create(COLLECTION)));
        }
        return support;
    }

    private static void milestone(ObjectNode support, String field, @Nullable JsonNode end) {
        if (end == null || end.isNull()) {
            return;
        }
        if (end.isTextual()) {
            support.put(field, end.textValue());
        } else if (end.booleanValue()) {
            support.put(field, "unstated");
        }
    }

    /** The name that people know the site by. */
    private static String siteName(URI page) {
        String host = page.getHost();
        return switch (host.substring(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1)) {
            case "wikipedia.org" -> "Wikipedia";
            case "apple.com" -> "Apple";
            case "microsoft.com" -> "Microsoft";
            case "amazon.com" -> "Amazon";
            case "raspberrypi.com" -> "Raspberry Pi";
            case "fairphone.com" -> "Fairphone";
            case "samsung.com" -> "Samsung";
            case "archive.org" -> "Internet Archive";
            default -> host;
        };
    }
}
