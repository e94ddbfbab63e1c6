package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts members into an entry's data, in the order in which they are said. One that is not known is left out. */
final class DataWriter {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    DataWriter put(String name, @Nullable String code) {
        if (code != null) {
            node.put(name, code);
        }
        return this;
    }

    DataWriter put(String name, @Nullable LocalDate day) {
        return put(name, day == null ? null : day.toString());
    }

    DataWriter put(String name, UUID id) {
        return put(name, id.toString());
    }

    DataWriter put(String name, @Nullable Integer number) {
        if (number != null) {
            node.put(name, number);
        }
        return this;
    }

    DataWriter put(String name, long number) {
        node.put(name, number);
        return this;
    }

    DataWriter put(String name, @Nullable Boolean flag) {
        if (flag != null) {
            node.put(name, flag);
        }
        return this;
    }

    DataWriter put(String name, @Nullable DocumentRef document) {
        if (document != null) {
            node.set(name, document.data());
        }
        return this;
    }

    /** Of texts as they are, and of anything else as it reads. */
    DataWriter putAll(String name, Collection<?> items) {
        ArrayNode array = node.putArray(name);
        for (Object item : items) {
            if (item instanceof JsonNode object) {
                array.add(object);
            } else {
                array.add(item.toString());
            }
        }
        return this;
    }

    DataWriter putAllIfAny(String name, Collection<?> items) {
        return items.isEmpty() ? this : putAll(name, items);
    }

    ObjectNode node() {
        return node;
    }
}
