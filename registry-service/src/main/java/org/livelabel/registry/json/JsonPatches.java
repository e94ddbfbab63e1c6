package org.livelabel.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;

/** RFC 6902 patches. */
public final class JsonPatches {
    private JsonPatches() {}

    /**
     * The patch that makes one document of the other; empty if they are the same.
     *
     * @param before null if there was none: the patch then puts the whole document in place (RFC 6902, 4.1)
     */
    public static JsonNode between(@Nullable JsonNode before, JsonNode after) {
        if (before == null) {
            return StrictJson.parse("[{\"op\":\"add\",\"path\":\"\",\"value\":" + after + "}]");
        }
        return StrictJson.parse(Json.createDiff(structure(before), structure(after))
                .toJsonArray()
                .toString());
    }

    private static JsonStructure structure(JsonNode node) {
        try (JsonReader reader = Json.createReader(new StringReader(node.toString()))) {
            return reader.read();
        }
    }
}
