package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members that are known out of an entry's data. What it is not asked for, it passes over: a later release may have
 * written it.
 */
final class DataReader {
    private final String what;
    private final JsonNode data;

    /** @param what for the message, if something is not there */
    DataReader(String what, JsonNode data) {
        this.what = what;
        this.data = data;
    }

    static DataReader of(PublicationType type, JsonNode data) {
        return new DataReader(type.shortName(), data);
    }

    String text(String name) {
        String text = textIfAny(name);
        if (text == null) {
            throw unreadable(name);
        }
        return text;
    }

    @Nullable String textIfAny(String name) {
        return data.path(name).textValue();
    }

    int number(String name) {
        Integer number = numberIfAny(name);
        if (number == null) {
            throw unreadable(name);
        }
        return number;
    }

    @Nullable Integer numberIfAny(String name) {
        JsonNode number = data.path(name);
        return number.canConvertToExactIntegral() && number.canConvertToInt() ? number.intValue() : null;
    }

    /** In bytes. */
    long size(String name) {
        JsonNode size = data.path(name);
        // early releases kept a size as it was sent: 8388608.0 and 8.4E6 are whole numbers, too
        if (!size.canConvertToExactIntegral() || !size.canConvertToLong()) {
            throw unreadable(name);
        }
        return size.longValue();
    }

    boolean flag(String name) {
        Boolean flag = flagIfAny(name);
        if (flag == null) {
            throw unreadable(name);
        }
        return flag;
    }

    @Nullable Boolean flagIfAny(String name) {
        JsonNode flag = data.path(name);
        return flag.isBoolean() ? flag.booleanValue() : null;
    }

    LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    @Nullable LocalDate dayIfAny(String name) {
        String day = textIfAny(name);
        return day == null ? null : LocalDate.parse(day);
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    /** None if there is no such list. */
    List<String> texts(String name) {
        return items(name).stream().map(JsonNode::asText).toList();
    }

    /** None if there is no such list. */
    List<UUID> ids(String name) {
        return items(name).stream().map(id -> UUID.fromString(id.asText())).toList();
    }

    /** None if there is no such list. */
    List<JsonNode> items(String name) {
        List<JsonNode> items = new ArrayList<>();
        if (data.path(name).isArray()) {
            data.path(name).forEach(items::add);
        }
        return items;
    }

    DocumentRef document(String name) {
        DocumentRef document = documentIfAny(name);
        if (document == null) {
            throw unreadable(name);
        }
        return document;
    }

    @Nullable DocumentRef documentIfAny(String name) {
        return data.path(name).isObject() ? DocumentRef.from(data.path(name)) : null;
    }

    private IllegalStateException unreadable(String name) {
        return new IllegalStateException("the log is not readable: " + what + " without a usable " + name);
    }
}
