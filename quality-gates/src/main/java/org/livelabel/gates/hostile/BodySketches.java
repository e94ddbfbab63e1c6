package org.livelabel.gates.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Small bodies that a schema takes, each with one place at which anything can be put. */
final class BodySketches {
    private static final String HOLE = "\uE000";
    private static final String ID_OF_NOBODY = "00000000-0000-4000-8000-000000000000";
    /** A member that holds the id of nobody; the group is its name. */
    static final Pattern NOBODY = Pattern.compile("\"(\\w+)\":\"" + ID_OF_NOBODY + "\"");

    private static final int DEEPEST = 12;
    /** One of these fits most patterns. */
    private static final List<String> TEXTS = List.of(
            "x",
            "en",
            "SE",
            "https://a.example/x",
            "mailto:a@b.example",
            "0".repeat(64),
            "1.0",
            "2025-03-03",
            "x".repeat(20));

    private final OpenApi api;
    /** Described before, in this or another body; there a few values have to do. */
    private final Set<String> known = new HashSet<>();

    BodySketches(OpenApi api) {
        this.api = api;
    }

    /** @param seenBefore whether every value was put in such a place already */
    record Sketch(String pointer, boolean seenBefore, String body) {
        /** @param json what is put there, as it stands in JSON */
        String with(String json) {
            return body.replace("\"" + HOLE + "\"", json);
        }
    }

    /** The smallest body that the schema takes. */
    JsonNode smallest(OpenApi.Schema schema) {
        return sample(schema, 0);
    }

    List<Sketch> of(OpenApi.Schema schema) {
        List<Sketch> sketches = new ArrayList<>();
        visit("", schema, hole -> hole, sketches, 0);
        return sketches;
    }

    /** @param around the body around a node at this place */
    private void visit(
            String pointer,
            OpenApi.Schema referring,
            UnaryOperator<JsonNode> around,
            List<Sketch> sketches,
            int depth) {
        OpenApi.Schema schema = api.resolve(referring);
        boolean seen = !known.add(sort(schema));
        sketches.add(
                new Sketch(pointer, seen, around.apply(TextNode.valueOf(HOLE)).toString()));
        if (seen || depth > DEEPEST) {
            return;
        }
        JsonNode node = schema.node();
        for (Map.Entry<String, JsonNode> member : node.path("properties").properties()) {
            visit(
                    pointer + "/" + member.getKey(),
                    new OpenApi.Schema(schema.document(), member.getValue()),
                    inner -> {
                        ObjectNode object = (ObjectNode) sample(schema, depth, true);
                        object.set(member.getKey(), inner);
                        return around.apply(object);
                    },
                    sketches,
                    depth + 1);
        }
        if (node.path("additionalProperties").isObject()) {
            visit(
                    pointer + "/en",
                    new OpenApi.Schema(schema.document(), node.get("additionalProperties")),
                    inner -> around.apply(JsonNodeFactory.instance.objectNode().set("en", inner)),
                    sketches,
                    depth + 1);
        }
        if (node.path("items").isObject()) {
            visit(
                    pointer + "/0",
                    new OpenApi.Schema(schema.document(), node.get("items")),
                    inner -> around.apply(JsonNodeFactory.instance.arrayNode().add(inner)),
                    sketches,
                    depth + 1);
        }
    }

    /** What code is likely to treat alike: which words an enumeration has, or how long a list may be, makes no difference. */
    private String sort(OpenApi.Schema referring) {
        OpenApi.Schema schema = api.resolve(referring);
        JsonNode node = schema.node();
        if (node.has("enum")) {
            return "enumeration";
        }
        if (node.path("items").isObject()) {
            return "list of " + sort(new OpenApi.Schema(schema.document(), node.get("items")));
        }
        return node.has("properties") || node.has("additionalProperties")
                ? node.toString()
                : node.path("type") + " " + node.path("format") + " " + node.path("pattern");
    }

    private JsonNode sample(OpenApi.Schema referring, int depth) {
        return sample(referring, depth, false);
    }

    private JsonNode sample(OpenApi.Schema referring, int depth, boolean asObject) {
        OpenApi.Schema schema = api.resolve(referring);
        JsonNode node = schema.node();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.has("enum")) {
            return node.get("enum").get(0);
        }
        String type = node.path("type").isArray()
                ? node.get("type").get(0).asText()
                : node.path("type").asText();
        if (asObject || type.equals("object") || node.has("properties")) {
            ObjectNode object = json.objectNode();
            Set<String> required = new TreeSet<>();
            node.path("required").forEach(name -> required.add(name.asText()));
            required.forEach(name -> object.set(
                    name,
                    depth > DEEPEST
                            ? json.nullNode()
                            : sample(
                                    new OpenApi.Schema(
                                            schema.document(),
                                            node.path("properties").path(name)),
                                    depth + 1)));
            if (node.path("minProperties").asInt() > 0
                    && node.path("additionalProperties").isObject()) {
                object.set(
                        "en",
                        sample(new OpenApi.Schema(schema.document(), node.get("additionalProperties")), depth + 1));
            }
            return object;
        }
        return switch (type) {
            case "array" -> {
                ArrayNode array = json.arrayNode();
                if (node.path("minItems").asInt() > 0 && depth <= DEEPEST) {
                    array.add(sample(new OpenApi.Schema(schema.document(), node.path("items")), depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> json.numberNode(node.path("minimum").asLong(1));
            case "boolean" -> json.booleanNode(false);
            default -> json.textNode(text(node));
        };
    }

    private static String text(JsonNode node) {
        if (node.has("examples") && node.get("examples").path(0).isTextual()) {
            return node.get("examples").get(0).asText();
        }
        return switch (node.path("format").asText()) {
            case "date" -> "2025-03-03";
            case "date-time" -> "2027-03-03T10:00:00Z";
            case "uuid" -> ID_OF_NOBODY;
            case "uri" -> "https://a.example/x";
            default ->
                TEXTS.stream()
                        .filter(text -> !node.has("pattern")
                                || Pattern.compile(node.get("pattern").asText())
                                        .matcher(text)
                                        .find())
                        .filter(text -> text.length() >= node.path("minLength").asInt())
                        .findFirst()
                        .orElse("x");
        };
    }
}
