package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.json.Schemas;

/**
 * The fields of {@code disclosure/1}, read from its schema. A field is a member with a title, which is the question that
 * it answers. In pointers {@code *} stands for each item of a list.
 */
@ApplicationScoped
public class DisclosureFields {
    /** What stands inside a claim and is no field of its own. */
    private static final Set<String> ABOUT_A_CLAIM = Set.of("answer", "statement", "provenance", "scope");

    private final JsonNode definitions;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> texts = new HashSet<>();

    /** What a field holds. */
    public enum Kind {
        /** An answer, with a statement and a basis. */
        CLAIM,
        /** A text in some languages. */
        TEXT,
        VALUE,
        LIST
    }

    /** @param title the question that the field answers */
    public record Field(String pointer, Kind kind, String title) {
        /** Whether it is one of many, in an item of a list. */
        public boolean isInList() {
            return pointer.contains("/*");
        }
    }

    DisclosureFields(Schemas schemas, ObjectMapper mapper) {
        try {
            JsonNode schema = mapper.readTree(Objects.requireNonNull(schemas.text("disclosure/1")));
            definitions = schema.get("$defs");
            schema.get("properties").properties().forEach(section -> visit("/" + section.getKey(), section.getValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every field, by its pointer, in the schema's order. */
    public Map<String, Field> all() {
        return Collections.unmodifiableMap(fields);
    }

    /** The question that a field answers; for a pointer into a field, that field's. Null if it is none. */
    public @Nullable String title(String pointer) {
        for (String at = pattern(pointer); at.startsWith("/"); at = at.substring(0, at.lastIndexOf('/'))) {
            Field field = fields.get(at);
            if (field != null) {
                return field.title();
            }
        }
        return null;
    }

    /** Whether a person's words stand there, in some languages. */
    boolean isText(String pattern) {
        return texts.contains(pattern) || pattern.endsWith("/statement");
    }

    /** A document's pointer with {@code *} in place of positions. */
    static String pattern(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*");
    }

    private void visit(String pointer, JsonNode property) {
        JsonNode definition = resolve(property);
        if (isText(property)) {
            texts.add(pointer);
        }
        if (property.has("title")) {
            fields.put(
                    pointer,
                    new Field(
                            pointer,
                            kind(property, definition),
                            property.get("title").asText()));
        }
        members(pointer, definition);
        JsonNode items = definition.path("items");
        if (isText(items)) {
            texts.add(pointer + "/*");
        } else {
            members(pointer + "/*", resolve(items));
        }
    }

    private void members(String pointer, JsonNode definition) {
        definition.path("properties").properties().stream()
                .filter(member -> !ABOUT_A_CLAIM.contains(member.getKey()))
                .forEach(member -> visit(pointer + "/" + member.getKey(), member.getValue()));
    }

    private static Kind kind(JsonNode property, JsonNode definition) {
        if (definition.path("properties").has("statement")) {
            return Kind.CLAIM;
        }
        if (isText(property)) {
            return Kind.TEXT;
        }
        return definition.path("type").asText().equals("array") ? Kind.LIST : Kind.VALUE;
    }

    private static boolean isText(JsonNode property) {
        return property.path("$ref").asText().endsWith("/text");
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty()
                ? node
                : Objects.requireNonNull(
                        definitions.get(reference.substring(reference.lastIndexOf('/') + 1)), reference);
    }
}
