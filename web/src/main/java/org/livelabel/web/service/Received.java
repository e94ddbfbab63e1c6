package org.livelabel.web.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object that another service answered, read member by member. A member that cannot be read is absent and noted, so that
 * one odd member costs itself and nothing else. In place of an object that is none stands an empty one.
 */
public final class Received {
    private static final int MONTH_LENGTH = "2031-06".length();

    private final String name;
    private final JsonNode node;
    private final @Nullable UUID record;
    private final BiConsumer<String, @Nullable UUID> notes;

    private Received(String name, JsonNode node, @Nullable UUID record, BiConsumer<String, @Nullable UUID> notes) {
        this.name = name;
        this.node = node;
        this.record = record;
        this.notes = notes;
    }

    /** @param notes takes the member's full name and the record's id, if that is readable */
    static Received of(String name, @Nullable JsonNode node, BiConsumer<String, @Nullable UUID> notes) {
        JsonNode object = node == null ? MissingNode.getInstance() : node;
        if (!object.isObject()) {
            notes.accept(name, null);
            return new Received(name, MissingNode.getInstance(), null, notes);
        }
        return new Received(name, object, uuid(object.path("id")), notes);
    }

    /** Notes those that are not there. */
    public Received expects(String... members) {
        for (String member : members) {
            if (!node.isMissingNode() && !has(member)) {
                note(member);
            }
        }
        return this;
    }

    public boolean has(String member) {
        return !node.path(member).isMissingNode() && !node.path(member).isNull();
    }

    public @Nullable String text(String member) {
        return read(member, value -> value.isTextual() && !value.asText().isBlank() ? value.asText() : null);
    }

    public String text(String member, String otherwise) {
        String text = text(member);
        return text == null ? otherwise : text;
    }

    public @Nullable UUID id(String member) {
        return read(member, Received::uuid);
    }

    public @Nullable Instant moment(String member) {
        return read(member, value -> Instant.parse(value.asText()));
    }

    public @Nullable LocalDate day(String member) {
        return read(member, value -> LocalDate.parse(value.asText()));
    }

    /** A day, or a month, which means its last day; as it was stated. */
    public @Nullable String dayOrMonth(String member) {
        return read(member, value -> {
            String text = value.asText();
            return text.length() == MONTH_LENGTH
                    ? YearMonth.parse(text).toString()
                    : LocalDate.parse(text).toString();
        });
    }

    /** A day or this word; as it was stated. */
    public @Nullable String dayOr(String word, String member) {
        return read(
                member,
                value -> value.asText().equals(word)
                        ? word
                        : LocalDate.parse(value.asText()).toString());
    }

    /** From 0 on. */
    public @Nullable Integer count(String member) {
        return read(member, value -> value.canConvertToInt() && value.asInt() >= 0 ? value.asInt() : null);
    }

    /** From 0 on. */
    public @Nullable Long number(String member) {
        return read(member, value -> value.canConvertToLong() && value.asLong() >= 0 ? value.asLong() : null);
    }

    /** False if it is not there. */
    public boolean flag(String member) {
        return Boolean.TRUE.equals(read(member, value -> value.isBoolean() ? value.asBoolean() : null));
    }

    /** An empty one if it is not there. */
    public Received part(String member) {
        JsonNode value = node.path(member);
        if (has(member) && !value.isObject()) {
            note(member);
        }
        return new Received(full(member), value.isObject() ? value : MissingNode.getInstance(), record, notes);
    }

    /** @param what what each of them is called */
    public List<Received> parts(String member, String what) {
        List<Received> parts = new ArrayList<>();
        items(member)
                .forEach(item -> parts.add(of(what, item, (name, id) -> notes.accept(name, id == null ? record : id))));
        return parts;
    }

    public List<String> texts(String member) {
        return items(member, item -> item.isTextual() ? item.asText() : null);
    }

    public List<Integer> counts(String member) {
        return items(member, item -> item.canConvertToInt() ? Integer.valueOf(item.asInt()) : null);
    }

    /** A text by language; empty if there is none. */
    public Map<String, String> byLanguage(String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        Received languages = part(member);
        languages.node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            } else {
                note(member);
            }
        });
        return texts;
    }

    private <T> List<T> items(String member, Function<JsonNode, @Nullable T> reader) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : items(member)) {
            T read = reader.apply(item);
            if (read == null) {
                note(member);
            } else {
                items.add(read);
            }
        }
        return items;
    }

    private Iterable<JsonNode> items(String member) {
        JsonNode value = node.path(member);
        if (has(member) && !value.isArray()) {
            note(member);
        }
        return value.isArray() ? value : List.of();
    }

    private <T> @Nullable T read(String member, Function<JsonNode, @Nullable T> reader) {
        if (!has(member)) {
            return null;
        }
        T read;
        try {
            read = reader.apply(node.path(member));
        } catch (DateTimeException e) {
            read = null;
        }
        if (read == null) {
            note(member);
        }
        return read;
    }

    private void note(String member) {
        notes.accept(full(member), record);
    }

    private String full(String member) {
        return name + "." + member;
    }

    private static @Nullable UUID uuid(JsonNode value) {
        try {
            return value.isTextual() ? UUID.fromString(value.asText()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
