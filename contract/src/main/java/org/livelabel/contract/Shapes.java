package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * What the records behind the schemas say beyond their types: a component that may not be null is always there. And a list
 * is answered a page at a time, so an answer that is declared as an array is a page of it.
 */
final class Shapes {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName JSON_PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final String COMPONENT = "#/components/schemas/";

    private final List<ClassInfo> records;

    Shapes(IndexView index) {
        records = index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
    }

    void complete(ObjectNode document) {
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        schemas.properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object && object.has("properties") && !object.has("required")) {
                record(schema.getKey(), names(object)).ifPresent(record -> require(object, record));
            }
        });
        Operations.each(document, (path, operation) -> operation
                .path("responses")
                .path("200")
                .path("content")
                .properties()
                .forEach(media -> page(media.getValue().path("schema"), schemas)));
    }

    private Optional<ClassInfo> record(String schema, Set<String> properties) {
        return records.stream()
                .filter(record -> schemaName(record).equals(schema))
                .filter(record -> record.recordComponents().stream()
                        .map(Shapes::wireName)
                        .toList()
                        .containsAll(properties))
                // of two that are called alike, the one that says no more
                .min(Comparator.comparingInt(record -> record.recordComponents().size()));
    }

    private static void require(ObjectNode schema, ClassInfo record) {
        ArrayNode required = schema.arrayNode();
        record.recordComponents().stream()
                .filter(component -> component.type().annotations().stream()
                        .noneMatch(a -> a.name().equals(NULLABLE)))
                .map(Shapes::wireName)
                .filter(name -> schema.path("properties").has(name))
                .forEach(required::add);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private void page(JsonNode schema, ObjectNode schemas) {
        if (!(schema instanceof ObjectNode list) || !list.path("type").asText().equals("array")) {
            return;
        }
        String item = list.path("items").path("$ref").asText().substring(COMPONENT.length());
        ObjectNode page = schemas.objectNode();
        page.put("type", "object");
        page.put("description", "One page of a list.");
        ObjectNode properties = page.putObject("properties");
        properties.set("items", list.deepCopy());
        record("Page", Set.of()).orElseThrow().recordComponents().stream()
                .filter(component -> !component.name().equals("items"))
                .forEach(component -> properties
                        .putObject(wireName(component))
                        .setAll(
                                isNumber(component.type().name().toString())
                                        ? schemas.objectNode()
                                                .put("type", "integer")
                                                .put("format", "int64")
                                        : schemas.objectNode().put("type", "string")));
        require(page, record("Page", Set.of()).orElseThrow());
        schemas.set(item + "Page", page);
        list.removeAll();
        list.put("$ref", COMPONENT + item + "Page");
    }

    private static boolean isNumber(String type) {
        return type.equals("java.lang.Long") || !type.contains(".");
    }

    private static String schemaName(ClassInfo record) {
        AnnotationInstance schema = record.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? record.simpleName() : name.asString();
    }

    private static String wireName(RecordComponentInfo component) {
        AnnotationInstance renamed = component.annotation(JSON_PROPERTY);
        if (renamed != null && renamed.value() != null) {
            return renamed.value().asString();
        }
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.name());
    }

    private static Set<String> names(ObjectNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
