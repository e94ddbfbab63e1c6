package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out what the generated schemas do not need to say. */
final class Schemas {
    private static final String COMPONENT = "#/components/schemas/";

    /** Of the names that generators gave to Java's types, what they stand for in JSON. */
    private static final Map<String, Map<String, String>> PLAIN = Map.of(
            "UUID", Map.of("type", "string", "format", "uuid"),
            "Instant", Map.of("type", "string", "format", "date-time"),
            "LocalDate", Map.of("type", "string", "format", "date"),
            "JsonNode", Map.of());

    private static final Pattern ADDRESS = Pattern.compile("self|next|(.*_)?url");

    private Schemas() {}

    static void tidy(ObjectNode document) {
        inline(document);
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        // what nothing speaks of any more; what only that spoke of goes next
        for (Set<String> unused = unused(document); !unused.isEmpty(); unused = unused(document)) {
            schemas.remove(unused);
        }
    }

    /** By the names that ADR 017 keeps for addresses. */
    static void sayWhatIsAnAddress(JsonNode node) {
        node.path("properties").properties().forEach(property -> {
            if (ADDRESS.matcher(property.getKey()).matches()
                    && property.getValue() instanceof ObjectNode schema
                    && schema.path("type").asText().equals("string")
                    && !schema.has("format")) {
                schema.put("format", "uri");
            }
        });
        node.forEach(Schemas::sayWhatIsAnAddress);
    }

    private static void inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String reference = object.path("$ref").asText();
            Map<String, String> plain =
                    reference.startsWith(COMPONENT) ? PLAIN.get(reference.substring(COMPONENT.length())) : null;
            if (plain != null) {
                object.remove("$ref");
                plain.forEach(object::put);
            } else if (!reference.isEmpty()) {
                // said by what is referred to
                object.remove("type");
            }
            if (object.path("format").asText().equals("uuid")) {
                object.remove("pattern");
            }
        }
        node.forEach(Schemas::inline);
    }

    private static Set<String> unused(ObjectNode document) {
        Set<String> unused = new HashSet<>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(unused::add);
        for (JsonNode reference : document.findValues("$ref")) {
            unused.remove(reference.asText().replace(COMPONENT, ""));
        }
        return unused;
    }
}
