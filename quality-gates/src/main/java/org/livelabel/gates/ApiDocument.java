package org.livelabel.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 document, read strictly: where a schema says which members an object has, another one is an error. Readers
 * of the API may ignore what they do not know; what the services answer is all documented.
 */
final class ApiDocument {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "https://livelabel.org/document-under-test";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** One method of one path. */
    record Operation(String path, String method, JsonNode description, Pattern pattern, String pointer) {}

    ApiDocument(JsonNode document) {
        this.document = document;
        JsonNode strict = document.deepCopy();
        closeObjects(strict);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HERE, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build()));
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> operations.add(new Operation(
                        path.getKey(),
                        method,
                        path.getValue().get(method),
                        pattern(path.getKey()),
                        "/paths/" + escaped(path.getKey()) + "/" + method))));
        // what is spelled out wins over what a parameter stands for
        operations.sort(Comparator.comparingInt(
                operation -> -operation.path().replaceAll("\\{[^}]*}", "").length()));
    }

    static ApiDocument read(Path yaml) {
        try {
            return new ApiDocument(YAML.readTree(yaml.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method.equals("HEAD") ? "GET" : method))
                .filter(operation -> operation.pattern().matcher(path).matches())
                .findFirst();
    }

    /**
     * What is wrong with an answer; empty if it is documented.
     *
     * @param body null if there can be none, as after HEAD
     */
    List<String> violations(
            String method, String path, int status, @Nullable String mediaType, byte @Nullable [] body) {
        Optional<Operation> operation = operation(method, path);
        if (operation.isEmpty()) {
            // of what is not there at all, every service says the same
            if (status != 404 && status != 405) {
                return List.of("the document has no operation " + method + " " + path);
            }
            return body == null
                    ? List.of()
                    : body(PROBLEM.equals(bare(mediaType)) ? "/components/schemas/Problem" : null, body);
        }
        String pointer = operation.get().pointer() + "/responses/" + status;
        JsonNode response =
                resolved(operation.get().description().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(operation.get().path() + " does not say that " + method + " may answer " + status);
        }
        JsonNode content = response.path("content");
        if (body == null || body.length == 0) {
            boolean missing = body != null
                    && content.properties().stream()
                            .anyMatch(type -> type.getValue().has("schema"));
            return missing
                    ? List.of(operation.get().path() + " promises a body where " + method + " answers " + status
                            + ", and there was none")
                    : List.of();
        }
        String listed = content.properties().stream()
                .map(Map.Entry::getKey)
                .filter(type -> mediaType != null && bare(type).equalsIgnoreCase(bare(mediaType)))
                .findFirst()
                .orElse(null);
        if (listed == null) {
            return List.of(operation.get().path() + " does not say that " + method + " answers " + status + " with "
                    + mediaType);
        }
        if (!listed.contains("json")) {
            return List.of();
        }
        String reference = operation
                .get()
                .description()
                .path("responses")
                .path(Integer.toString(status))
                .path("$ref")
                .asText();
        String at = reference.isEmpty() ? pointer : reference.substring(1);
        return body(at + "/content/" + escaped(listed) + "/schema", body);
    }

    /** What is wrong with a JSON body that the service took; empty if the document allows it. */
    List<String> requestViolations(String method, String path, byte[] body) {
        return operation(method, path)
                .filter(operation ->
                        operation.description().at("/requestBody/content").has("application/json"))
                .map(operation -> body(operation.pointer() + "/requestBody/content/application~1json/schema", body))
                .orElse(List.of());
    }

    private List<String> body(@Nullable String pointer, byte[] body) {
        if (pointer == null) {
            return List.of();
        }
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return schema(pointer).validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema schema(String pointer) {
        return schemas.computeIfAbsent(
                pointer,
                at -> registry.getSchema(
                        SchemaLocation.of(HERE + "#" + at.replace("{", "%7B").replace("}", "%7D"))));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("properties") instanceof ObjectNode
                && !object.has("additionalProperties")
                && !object.has("allOf")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::closeObjects);
    }

    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (from < path.length()) {
            int open = path.indexOf('{', from);
            if (open < 0) {
                pattern.append(Pattern.quote(path.substring(from)));
                break;
            }
            int close = path.indexOf('}', open);
            pattern.append(Pattern.quote(path.substring(from, open)));
            pattern.append(path.startsWith("qualifiers", open + 1) ? ".*" : "[^/]+");
            from = close + 1;
        }
        return Pattern.compile(pattern.toString());
    }

    private static String bare(@Nullable String mediaType) {
        return mediaType == null ? "" : mediaType.replaceFirst(";.*", "").strip();
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
