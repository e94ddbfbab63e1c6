package org.livelabel.registry.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.json.Schemas;

/**
 * The fields of a disclosure that can be set side by side, in the order of its published schema: answers, choices and
 * numbers. Free texts, addresses and evidence are left out; nobody compares those by machine.
 */
@ApplicationScoped
class ComparableFields {
    private static final TextNode NOT_STATED = TextNode.valueOf("not_stated");
    private static final TextNode YES = TextNode.valueOf("yes");
    private static final TextNode NO = TextNode.valueOf("no");
    private static final Set<String> WORDS = Set.of("text", "address", "provenance", "provenance_override", "evidence");

    private final List<Field> fields = new ArrayList<>();
    private final JsonNode schema;

    /** @param value what a disclosure says; "not_stated" where it is silent */
    record Field(String name, Function<JsonNode, JsonNode> value) {}

    ComparableFields(Schemas schemas) {
        schema = StrictJson.parse(Objects.requireNonNull(schemas.text("disclosure/1")));
        schema.get("properties").properties().forEach(member -> walk(member.getKey(), "", member.getValue()));
    }

    List<Field> fields() {
        return fields;
    }

    private void walk(String name, String pointer, JsonNode described) {
        String reference = described.path("$ref").asText();
        String definition = reference.substring(reference.lastIndexOf('/') + 1);
        JsonNode node = reference.startsWith("#/") ? schema.at(reference.substring(1)) : described;
        if (WORDS.contains(definition) || !reference.isEmpty() && !reference.startsWith("#/")) {
            return;
        }
        String at = pointer + "/" + name;
        String dotted = at.substring(1).replace('/', '.');
        JsonNode members = node.path("properties");
        if (members.has("answer")) {
            fields.add(new Field(dotted, disclosure -> stated(disclosure.at(at + "/answer"))));
        }
        if (definition.equals("retention")) {
            fields.add(new Field(dotted, disclosure -> stated(disclosure.at(at))));
        } else if (!members.isMissingNode()) {
            members.properties().stream()
                    .filter(member -> !member.getKey().equals("answer"))
                    .forEach(member -> walk(member.getKey(), at, member.getValue()));
        } else if (node.path("type").asText().equals("array")) {
            list(dotted, at, node.get("items"));
        } else if (node.has("enum") || !node.has("pattern")) {
            fields.add(new Field(dotted, disclosure -> stated(disclosure.at(at))));
        }
    }

    private void list(String name, String pointer, JsonNode described) {
        String reference = described.path("$ref").asText();
        JsonNode items = reference.startsWith("#/") ? schema.at(reference.substring(1)) : described;
        JsonNode dataTypes = items.at("/properties/data_type/enum");
        if (dataTypes.isArray()) {
            dataTypes.forEach(type -> dataType(name + "." + type.asText(), pointer, type.asText(), items));
        } else if (items.has("enum")) {
            fields.add(new Field(name, disclosure -> stated(disclosure.at(pointer))));
        }
    }

    /** A data type that no practice names is not stated; it may still be collected. */
    private void dataType(String name, String pointer, String type, JsonNode practice) {
        fields.add(new Field(
                name + ".collected",
                disclosure -> of(disclosure.at(pointer), type).isEmpty() ? NOT_STATED : YES));
        practice.get("properties").properties().forEach(member -> {
            String of = member.getKey();
            String reference = member.getValue().path("$ref").asText();
            String definition = reference.substring(reference.lastIndexOf('/') + 1);
            if (of.equals("data_type") || WORDS.contains(definition)) {
                return;
            }
            fields.add(new Field(name + "." + of, disclosure -> together(of(disclosure.at(pointer), type), of)));
        });
    }

    private static List<JsonNode> of(JsonNode practices, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode practice : practices) {
            if (type.equals(practice.path("data_type").textValue())) {
                found.add(practice);
            }
        }
        return found;
    }

    /** Several practices of one type may say different things: then all of them are shown. */
    private static JsonNode together(List<JsonNode> practices, String member) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (JsonNode practice : practices) {
            JsonNode value = practice.path(member);
            values.add(member.equals("shared_with") && value.isArray() ? (value.isEmpty() ? NO : YES) : stated(value));
        }
        if (values.size() > 1) {
            return JsonNodeFactory.instance.arrayNode().addAll(values);
        }
        return values.isEmpty() ? NOT_STATED : values.iterator().next();
    }

    private static JsonNode stated(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? NOT_STATED : value;
    }
}
