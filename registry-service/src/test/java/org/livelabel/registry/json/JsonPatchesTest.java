package org.livelabel.registry.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The patch is made by a library; whether it is right is judged by a reader of RFC 6902 that knows nothing of it. */
class JsonPatchesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 500)
    void thePatchMakesTheNewDocumentOfTheOld(
            @ForAll("documents") JsonNode before, @ForAll("documents") JsonNode after) {
        JsonNode patched = applied(JsonPatches.between(before, after), before.deepCopy());

        assertThat(patched).isEqualTo(after);
    }

    @Property(tries = 100)
    void aDocumentThatStaysHasAnEmptyPatch(@ForAll("documents") JsonNode document) {
        assertThat(JsonPatches.between(document, document.deepCopy())).isEmpty();
    }

    @Property(tries = 100)
    void thePatchFromNothingIsTheWholeDocument(@ForAll("documents") JsonNode document) {
        assertThat(applied(JsonPatches.between(null, document), null)).isEqualTo(document);
    }

    @Test
    void namesWithSlashesAndTildesAreEscaped() throws Exception {
        JsonNode before = MAPPER.readTree("{\"a/b\": {\"~\": 1}}");
        JsonNode after = MAPPER.readTree("{\"a/b\": {\"~\": 2}}");

        assertThat(JsonPatches.between(before, after).toString())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/a~1b/~0\",\"value\":2}]");
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return nodes(3).list()
                .ofMaxSize(4)
                .flatMap(values -> names().list().ofSize(values.size()).map(names -> object(names, values)));
    }

    private static Arbitrary<JsonNode> nodes(int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3).map(json::numberNode),
                Arbitraries.of("yes", "no", "", "ä\"\\\n").map(json::textNode),
                Arbitraries.of(true, false).map(json::booleanNode));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<JsonNode> arrays = nodes(depth - 1).list().ofMaxSize(5).map(values -> {
            ArrayNode array = json.arrayNode();
            values.forEach(array::add);
            return array;
        });
        Arbitrary<JsonNode> objects = nodes(depth - 1).list().ofMaxSize(4).flatMap(values -> names().list()
                .ofSize(values.size())
                .map(names -> object(names, values)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, leaves),
                net.jqwik.api.Tuple.of(2, arrays),
                net.jqwik.api.Tuple.of(2, objects));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "c", "d/e", "~f", "", "0");
    }

    private static JsonNode object(List<String> names, List<JsonNode> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            object.set(names.get(i), values.get(i));
        }
        return object;
    }

    /** RFC 6902, section 4: the operations that a difference needs. */
    private static JsonNode applied(JsonNode patch, JsonNode document) {
        JsonNode result = document;
        for (JsonNode operation : patch) {
            String path = operation.get("path").asText();
            String op = operation.get("op").asText();
            if (path.isEmpty()) {
                result = operation.get("value");
                continue;
            }
            JsonNode parent = result.at(path.substring(0, path.lastIndexOf('/')));
            String key =
                    path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
            Map<String, Runnable> operations = parent instanceof ArrayNode array
                    ? onArray(array, Integer.parseInt(key), operation)
                    : onObject((ObjectNode) parent, key, operation);
            operations.get(op).run();
        }
        return result;
    }

    private static Map<String, Runnable> onArray(ArrayNode array, int index, JsonNode operation) {
        return Map.of(
                "add",
                        () -> {
                            assertThat(index).isLessThanOrEqualTo(array.size());
                            array.insert(index, operation.get("value"));
                        },
                "remove", () -> assertThat(array.remove(index)).isNotNull(),
                "replace", () -> array.set(index, operation.get("value")));
    }

    private static Map<String, Runnable> onObject(ObjectNode object, String name, JsonNode operation) {
        return Map.of(
                "add", () -> object.set(name, operation.get("value")),
                "remove", () -> assertThat(object.remove(name)).isNotNull(),
                "replace",
                        () -> {
                            assertThat(object.has(name)).isTrue();
                            object.set(name, operation.get("value"));
                        });
    }
}
