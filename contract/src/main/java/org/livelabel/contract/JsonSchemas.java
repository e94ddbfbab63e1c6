package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON Schemas that bodies are checked against, as components of the document. {@code draft/1} is there as
 * {@code DraftV1}, and what it defines for itself as {@code DraftV1Identity}: generators know no reference out of a
 * document, and no definitions within a schema.
 */
final class JsonSchemas {
    private static final String BASE = "https://livelabel.org/schemas/";
    /** How the code's annotations name a schema. */
    private static final String PUBLISHED = "/v1/schemas/";

    private static final String DEFINITION = "#/$defs/";
    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, JsonNode> byName;

    JsonSchemas(Map<String, JsonNode> byName) {
        this.byName = byName;
    }

    static JsonSchemas read(Class<?> service, List<String> names) {
        Map<String, JsonNode> byName = new TreeMap<>();
        names.forEach(name -> byName.put(
                name,
                Objects.requireNonNull(Resources.json(service, "/schemas/" + name.replace('/', '-') + ".json"), name)));
        return new JsonSchemas(byName);
    }

    void putInto(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components").withObjectProperty("schemas");
        byName.forEach((name, schema) -> {
            ObjectNode whole = schema.deepCopy();
            JsonNode definitions = whole.path("$defs");
            definitions
                    .properties()
                    .forEach(definition -> components.set(
                            component(name) + pascal(definition.getKey()), rewritten(name, definition.getValue())));
            whole.remove(List.of("$schema", "$id", "$defs"));
            components.set(component(name), rewritten(name, whole));
        });
    }

    /** References that the annotations made. */
    void resolve(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith(PUBLISHED)) {
            object.put("$ref", COMPONENT + component(object.get("$ref").asText().substring(PUBLISHED.length())));
        }
        node.forEach(this::resolve);
    }

    private static JsonNode rewritten(String schema, JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, rewritten(schema, list.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(member -> object.set(
                            member.getKey(),
                            member.getValue().isTextual() && member.getKey().equals("$ref")
                                    ? object.textNode(COMPONENT
                                            + target(schema, member.getValue().asText()))
                                    : rewritten(schema, member.getValue())));
        }
        return node;
    }

    private static String target(String schema, String reference) {
        if (reference.startsWith(DEFINITION)) {
            return component(schema) + pascal(reference.substring(DEFINITION.length()));
        }
        String[] parts = reference.substring(BASE.length()).split(DEFINITION.replace("$", "\\$"));
        return component(parts[0]) + (parts.length == 1 ? "" : pascal(parts[1]));
    }

    /** {@code import-row/1} is ImportRowV1. */
    static String component(String schema) {
        int slash = schema.lastIndexOf('/');
        return pascal(schema.substring(0, slash)) + "V" + schema.substring(slash + 1);
    }

    private static String pascal(String name) {
        return Stream.of(name.split("[-_]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
