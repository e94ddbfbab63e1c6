package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows for an operation from who may call it, what it takes and what it answers. */
final class Operations {
    static final String PROBLEM_TYPE = "application/problem+json";
    private static final String JSON = "application/json";
    private static final String PAGE = "text/html;charset=UTF-8";
    /** What the framework and its extensions put in for every operation, whether or not it can happen. */
    private static final Set<String> BOILERPLATE = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    400,
                    "Something in the address, a header or the body's syntax cannot be read, or is not taken here"),
            Map.entry(
                    401,
                    "No token, an expired one, or one whose two factors are not fresh enough (RFC 6750, RFC 9470)"),
            Map.entry(403, "You are known, but may not do this"),
            Map.entry(404, "There is no such thing, or it is not yours to see"),
            Map.entry(406, "There is no representation of the kind that Accept asks for"),
            Map.entry(408, "The body came too slowly; send the request again"),
            Map.entry(409, "What is there already does not allow it"),
            Map.entry(412, "Somebody changed it since you read it; read it again"),
            Map.entry(413, "The body is too large"),
            Map.entry(415, "The body has the wrong media type"),
            Map.entry(422, "The content can be read and breaks a rule; violations names every one"),
            Map.entry(428, "If-Match is missing; read the draft and send its ETag"),
            Map.entry(429, "Too many requests from your address without a token; Retry-After says when to go on"),
            Map.entry(451, "Withheld for legal reasons (RFC 7725)"),
            Map.entry(503, "Too much to do, or a part that is needed is away; Retry-After says when to try again")));

    private final Map<String, OperationFacts> facts;
    private final Map<Integer, List<String>> problems;
    private final boolean hasPages;

    Operations(Map<String, OperationFacts> facts, Map<Integer, List<String>> problems, boolean hasPages) {
        this.facts = facts;
        this.problems = problems;
        this.hasPages = hasPages;
    }

    /** Calls with each path and its operations. */
    static void each(JsonNode document, BiConsumer<String, ObjectNode> operation) {
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue() instanceof ObjectNode found && found.has("responses")) {
                    operation.accept(method.getKey() + " " + path.getKey(), found);
                }
            }
        }
    }

    void complete(ObjectNode document, Words words) {
        Set<Integer> used = new TreeSet<>();
        Set<String> features = new TreeSet<>();
        each(document, (path, operation) -> {
            String id = operation.path("operationId").asText();
            OperationFacts found = facts.get(id);
            if (found == null) {
                throw new IllegalStateException(path + " has no operationId of its own");
            }
            features.add(found.feature());
            ArrayNode tags = operation.putArray("tags");
            tags.add(words.tag(found.feature()));
            ArrayNode security = operation.putArray("security");
            if (found.authenticated()) {
                security.addObject().putArray("person");
            }
            parameters(operation, words);
            responses(id, path, operation, found, words, used);
        });
        ObjectNode components = document.withObjectProperty("components");
        if (facts.values().stream().anyMatch(OperationFacts::authenticated)) {
            components.set("securitySchemes", securitySchemes(components));
        } else {
            components.remove("securitySchemes");
        }
        ObjectNode answers = components.putObject("responses");
        used.forEach(status -> answers.set("Problem" + status, problem(status, null)));
        ObjectNode schemas = components.withObjectProperty("schemas");
        schemas.remove(List.of("HttpProblem", "HttpValidationProblem", "Violation"));
        schemas.set("Problem", problemSchema(schemas));
        schemas.set("Violation", violationSchema(schemas));
        ArrayNode tags = document.putArray("tags");
        features.stream().map(words::tag).distinct().sorted().forEach(tag -> tags.addObject()
                .put("name", tag)
                .put("description", words.tagDescription(tag)));
        if (!document.has("servers")) {
            document.putArray("servers").addObject().put("url", "/").put("description", "This installation");
        }
    }

    private static void parameters(ObjectNode operation, Words words) {
        operation.path("parameters").forEach(parameter -> words.parameter((ObjectNode) parameter));
    }

    private void responses(
            String id, String path, ObjectNode operation, OperationFacts found, Words words, Set<Integer> used) {
        ObjectNode responses = (ObjectNode) operation.get("responses");
        boolean page = hasPages && isPage(responses);
        List.copyOf(responses.properties()).stream()
                .filter(response -> BOILERPLATE.contains(
                        response.getValue().path("description").asText()))
                .forEach(response -> responses.remove(response.getKey()));
        if (page) {
            Stream.of(406, 503)
                    .filter(status -> !responses.has(Integer.toString(status)))
                    .forEach(status ->
                            responses.putObject(Integer.toString(status)).put("description", MEANINGS.get(status)));
        }
        for (var response : responses.properties()) {
            int status = Integer.parseInt(response.getKey());
            ObjectNode answer = (ObjectNode) response.getValue();
            if (status == 201 && !answer.has("description")) {
                answer.put("description", "Made; Location says where it is");
            }
            if (status >= 400) {
                answer.setAll(problem(status, answer.path("description").asText()));
                if (page) {
                    answer.withObjectProperty("content")
                            .putObject(PAGE)
                            .putObject("schema")
                            .put("type", "string");
                }
            }
        }
        if (path.startsWith("get ") && !found.authenticated() && responses.has("200") && !words.isUnconditional(id)) {
            responses.set("304", notModified(responses));
            entityTag((ObjectNode) responses.get("200"));
        }
        Set<Integer> standard = page ? new TreeSet<>() : standard(path, operation, found);
        standard.addAll(words.also(id));
        standard.removeAll(words.never(id));
        standard.stream()
                .filter(status -> !responses.has(Integer.toString(status)))
                .forEach(status -> {
                    responses
                            .putObject(Integer.toString(status))
                            .put("$ref", "#/components/responses/Problem" + status);
                    used.add(status);
                });
        sort(responses);
    }

    private Set<Integer> standard(String path, ObjectNode operation, OperationFacts found) {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 503));
        boolean writes = !path.startsWith("get ");
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (found.authenticated()) {
            statuses.addAll(Set.of(401, 403));
        }
        if (found.metered()) {
            statuses.add(429);
        }
        if (operation.has("requestBody")) {
            statuses.addAll(Set.of(408, 413, 415, 422));
        }
        if (writes && found.authenticated()) {
            statuses.addAll(Set.of(409, 422));
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("If-Match")) {
                statuses.addAll(Set.of(412, 428));
            }
        }
        statuses.retainAll(problems.keySet());
        return statuses;
    }

    private static boolean isPage(JsonNode responses) {
        return responses.has("307")
                || responses.path("200").path("content").properties().stream()
                        .anyMatch(media -> media.getKey().startsWith("text/html"));
    }

    private static ObjectNode notModified(ObjectNode maker) {
        ObjectNode answer = maker.objectNode();
        answer.put("description", "If-None-Match holds the ETag: you have it already");
        entityTag(answer);
        return answer;
    }

    private static void entityTag(ObjectNode answer) {
        ObjectNode tag = answer.withObjectProperty("headers").putObject("ETag");
        tag.put("description", "Changes exactly when the answer does; send it as If-None-Match");
        tag.putObject("schema").put("type", "string");
    }

    private ObjectNode problem(int status, @Nullable String description) {
        ObjectNode answer = Model.MAPPER.createObjectNode();
        answer.put(
                "description",
                (description == null || description.isEmpty() ? MEANINGS.getOrDefault(status, "Problem") : description)
                        + ". Types: " + String.join(", ", problems.getOrDefault(status, List.of())));
        switch (status) {
            case 401 ->
                header(answer, "WWW-Authenticate", "The challenge: RFC 6750, or RFC 9470 with acr_values and max_age");
            case 429, 503 -> header(answer, "Retry-After", "Seconds to wait");
            default -> {}
        }
        answer.putObject("content")
                .putObject(PROBLEM_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return answer;
    }

    private static void header(ObjectNode answer, String name, String description) {
        answer.withObjectProperty("headers")
                .putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static ObjectNode securitySchemes(ObjectNode maker) {
        ObjectNode schemes = maker.objectNode();
        schemes.putObject("person")
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", Addresses.PLACEHOLDER + Addresses.DISCOVERY)
                .put(
                        "description",
                        "An access token of a person, as Authorization: Bearer. Scripts get one as the public client"
                                + " livelabel-cli: code flow with PKCE and a redirect to 127.0.0.1 (RFC 8252)");
        return schemes;
    }

    private ObjectNode problemSchema(ObjectNode maker) {
        ObjectNode schema = maker.objectNode();
        schema.put("type", "object");
        schema.put("description", "Why a request was not answered as asked (RFC 9457).");
        schema.putArray("required").add("type").add("title").add("status");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("type")
                .put("type", "string")
                .put("format", "uri")
                .put(
                        "description",
                        "Which kind of problem. Programs may compare it; opened at any of the services as /problems/ and its"
                                + " last part, it explains itself");
        properties
                .putObject("title")
                .put("type", "string")
                .put("description", "The same for people, alike for each type");
        properties.putObject("status").put("type", "integer").put("description", "The HTTP status once more");
        properties
                .putObject("detail")
                .put("type", "string")
                .put("description", "What was wrong this time, and what to do");
        properties.putObject("instance").put("type", "string").put("description", "The path that was asked");
        properties
                .putObject("violations")
                .put("type", "array")
                .put("description", "Every broken rule, all at once; of more than 100 the first 100")
                .putObject("items")
                .put("$ref", "#/components/schemas/Violation");
        // RFC 9457, 3.2
        schema.putObject("additionalProperties")
                .put("description", "What a kind of problem says beside, in codes: the reason of a 451 for instance");
        return schema;
    }

    private static ObjectNode violationSchema(ObjectNode maker) {
        ObjectNode schema = maker.objectNode();
        schema.put("type", "object");
        schema.put("description", "One broken rule.");
        schema.putArray("required").add("field").add("message");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("field")
                .put("type", "string")
                .put("description", "A JSON Pointer into the body, or the name of a parameter or header");
        properties
                .putObject("message")
                .put("type", "string")
                .put("description", "What is wrong and what to write instead; reads on from the field's name");
        return schema;
    }

    static void example(ObjectNode operation, JsonNode examples) {
        JsonNode example = examples.path(operation.path("operationId").asText());
        if (operation.path("responses").path("200").path("content").path(JSON) instanceof ObjectNode media
                && !example.isMissingNode()) {
            media.set("example", example);
        }
    }

    private static void sort(ObjectNode object) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        object.removeAll();
        object.setAll(sorted);
    }
}
