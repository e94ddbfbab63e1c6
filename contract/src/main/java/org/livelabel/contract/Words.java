package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What nobody can derive: {@code openapi-words.yaml} says in words what each field, value and parameter means. Its sections:
 *
 * <ul>
 *   <li>{@code tags}: by feature (a package), the tag's name; {@code tag_descriptions}: by name
 *   <li>{@code schemas}: by schema, its {@code description} as {@code "."} and each field's; where a field needs more than a
 *       description, members that are merged into its schema (RFC 7396)
 *   <li>{@code values}: by schema, or schema and field with a dot between, what each value means
 *   <li>{@code parameters}: by name, members that are merged into the parameter
 *   <li>{@code operations}: by operationId, members that are merged into it; {@code also} and {@code never}: statuses
 *   <li>{@code headers}: by field, what the answer to a read that holds the field says in headers as well, by name
 *   <li>{@code unconditional}: reads that have no ETag
 * </ul>
 */
final class Words {
    private final JsonNode words;

    private Words(JsonNode words) {
        this.words = words;
    }

    static Words read(Class<?> service) {
        JsonNode words = Resources.yaml(service, "/openapi-words.yaml");
        if (words == null) {
            throw new IllegalStateException("openapi-words.yaml is not in the build");
        }
        return new Words(words);
    }

    String tag(String feature) {
        String name = words.path("tags").path(feature).asText();
        if (name.isEmpty()) {
            throw new IllegalStateException("openapi-words.yaml has no tag for the feature " + feature);
        }
        return name;
    }

    String tagDescription(String tag) {
        return words.path("tag_descriptions").path(tag).asText();
    }

    boolean isUnconditional(String operation) {
        return strings(words.path("unconditional")).contains(operation);
    }

    Set<Integer> also(String operation) {
        return statuses(words.path("operations").path(operation).path("also"));
    }

    Set<Integer> never(String operation) {
        return statuses(words.path("operations").path(operation).path("never"));
    }

    void parameter(ObjectNode parameter) {
        JsonNode patch = words.path("parameters").path(parameter.path("name").asText());
        JsonNode own = parameter.path("description").deepCopy();
        merge(parameter, patch);
        if (!own.isMissingNode()) {
            parameter.set("description", own);
        }
    }

    void putInto(ObjectNode document) {
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        words.path("schemas").properties().forEach(schema -> {
            if (schemas.get(schema.getKey()) instanceof ObjectNode found) {
                describe(schema.getKey(), found, schema.getValue());
            } else if (schema.getValue().has("type")) {
                schemas.set(schema.getKey(), schema.getValue().deepCopy());
            } else {
                throw new IllegalStateException(
                        "openapi-words.yaml speaks of a schema that is not there: " + schema.getKey());
            }
        });
        words.path("values").properties().forEach(values -> {
            String[] name = values.getKey().split("\\.");
            JsonNode schema = schemas.path(name[0]);
            JsonNode described =
                    name.length == 1 ? schema : schema.path("properties").path(name[1]);
            if (!(described instanceof ObjectNode)) {
                throw new IllegalStateException(
                        "openapi-words.yaml speaks of values that are not there: " + values.getKey());
            }
            explain((ObjectNode) described, values.getValue());
        });
        words.path("headers")
                .properties()
                .forEach(headers -> Operations.each(document, (path, operation) -> {
                    if (path.startsWith("get ")
                            && operation.path("responses").path("200") instanceof ObjectNode answer
                            && holds(answer, headers.getKey(), schemas)) {
                        merge(answer.withObjectProperty("headers"), headers.getValue());
                    }
                }));
        Operations.each(document, (path, operation) -> {
            JsonNode patch =
                    words.path("operations").path(operation.path("operationId").asText());
            if (patch instanceof ObjectNode object) {
                ObjectNode rest = object.deepCopy();
                rest.remove("also");
                rest.remove("never");
                merge(operation, rest);
            }
        });
    }

    private static boolean holds(JsonNode answer, String field, JsonNode schemas) {
        String schema = answer.path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asText();
        return schemas.path(schema.substring(schema.lastIndexOf('/') + 1))
                .path("properties")
                .has(field);
    }

    private static void describe(String name, ObjectNode schema, JsonNode words) {
        words.properties().forEach(field -> {
            if (field.getKey().equals(".")) {
                schema.set("description", field.getValue());
                return;
            }
            if (!(schema.path("properties").path(field.getKey()) instanceof ObjectNode property)) {
                throw new IllegalStateException(
                        "openapi-words.yaml speaks of a field that is not there: " + name + "." + field.getKey());
            }
            if (field.getValue().isTextual()) {
                property.set("description", field.getValue());
            } else {
                merge(property, field.getValue());
            }
        });
    }

    /** The values become the enumeration, if there is none, and the description says what each means. */
    private static void explain(ObjectNode schema, JsonNode meanings) {
        ObjectNode enumerated = schema.path("items") instanceof ObjectNode items && !items.has("$ref") ? items : schema;
        if (!enumerated.has("enum") && !enumerated.has("$ref")) {
            enumerated.put("type", "string");
            meanings.fieldNames().forEachRemaining(enumerated.withArrayProperty("enum")::add);
        }
        String own = schema.path("description").asText();
        schema.put(
                "description",
                (own.isEmpty() ? "" : own + (own.endsWith(".") ? " " : ". "))
                        + meanings.properties().stream()
                                .map(value -> "`" + value.getKey() + "`: "
                                        + value.getValue().asText())
                                .collect(Collectors.joining("; ")));
    }

    /** RFC 7396. */
    static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode) {
                merge(target.withObjectProperty(member.getKey()), member.getValue());
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
    }

    private static Set<Integer> statuses(JsonNode list) {
        Set<Integer> statuses = new TreeSet<>();
        list.forEach(status -> statuses.add(status.asInt()));
        return statuses;
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new TreeSet<>();
        list.forEach(text -> strings.add(text.asText()));
        return strings;
    }
}
