package org.livelabel.gates.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An OpenAPI document, and what its references lead to. */
final class OpenApi {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** What else stands beside the methods of a path. */
    private static final Set<String> OF_ALL_METHODS = Set.of("summary", "description", "servers", "parameters");

    private final JsonNode document;
    private final UnaryOperator<String> fetch;
    private final Map<String, JsonNode> others = new HashMap<>();

    /** @param fetch the text that is at a reference which leads out of the document */
    OpenApi(String json, UnaryOperator<String> fetch) {
        document = parse(json);
        this.fetch = fetch;
    }

    /** @param in path, query or header */
    record Parameter(String name, String in, boolean required) {}

    /** @param bodies the schema of the body, by media type */
    record Operation(String method, String path, List<Parameter> parameters, Map<String, Schema> bodies) {
        String name() {
            return method + " " + path;
        }
    }

    /** @param document in which references without an address lead */
    record Schema(JsonNode document, JsonNode node) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> !OF_ALL_METHODS.contains(member.getKey()))
                .forEach(method -> operations.add(operation(path.getKey(), path.getValue(), method))));
        return operations;
    }

    /** What a reference leads to; anything else is what it is. */
    Schema resolve(Schema schema) {
        Schema found = schema;
        for (int i = 0; found.node().has("$ref") && i < 20; i++) {
            String reference = found.node().get("$ref").asText();
            int hash = reference.indexOf('#');
            String address = hash < 0 ? reference : reference.substring(0, hash);
            JsonNode in = address.isEmpty()
                    ? found.document()
                    : others.computeIfAbsent(address, other -> parse(fetch.apply(other)));
            found = new Schema(in, hash < 0 ? in : in.at(reference.substring(hash + 1)));
        }
        return found;
    }

    private Operation operation(String path, JsonNode shared, Map.Entry<String, JsonNode> method) {
        if (!METHODS.contains(method.getKey())) {
            throw new IllegalArgumentException("nobody walks " + method.getKey() + " of " + path);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list :
                List.of(shared.path("parameters"), method.getValue().path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = resolve(new Schema(document, one)).node();
                parameters.add(new Parameter(
                        parameter.get("name").asText(),
                        parameter.get("in").asText(),
                        parameter.path("required").asBoolean()));
            }
        }
        Map<String, Schema> bodies = new LinkedHashMap<>();
        resolve(new Schema(document, method.getValue().path("requestBody")))
                .node()
                .path("content")
                .properties()
                .forEach(content -> bodies.put(
                        content.getKey().equals("*/*") ? "application/json" : content.getKey(),
                        new Schema(document, content.getValue().path("schema"))));
        return new Operation(method.getKey().toUpperCase(), path, parameters, bodies);
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
