package org.livelabel.registry.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stated about a product: in its disclosure, and by the records beside it.
 *
 * @param item what a relative pointer starts from: an item of a list, or the document itself
 * @param records what the records beside the disclosure say, by name: "support" by its kind ("fixed_date"), and any word
 *     for "identity", "manufacturer", "policy/...", "firmware", "advisories"
 */
public record Stated(JsonNode document, JsonNode item, Map<String, String> records) {
    public static Stated of(@Nullable JsonNode disclosure, Map<String, String> records) {
        JsonNode document = disclosure == null ? MissingNode.getInstance() : disclosure;
        return new Stated(document, document, records);
    }

    /** The same, and another record beside it. */
    public Stated with(String record) {
        Map<String, String> more = new HashMap<>(records);
        more.put(record, "stated");
        return new Stated(document, item, more);
    }

    Stated about(JsonNode part) {
        return new Stated(document, part, records);
    }
}
