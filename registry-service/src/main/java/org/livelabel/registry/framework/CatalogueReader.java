package org.livelabel.registry.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a framework's file. A criterion's {@code answered_by} lists its sources:
 *
 * <ul>
 *   <li>{@code "/updates/signed"}: a field of the disclosure, {@code "record:firmware"}: a record beside it;
 *   <li>{@code {"field": …, "yes": […], "partly": […], "no": […], "not_applicable": […]}}: how its values answer (also for
 *       {@code "record"}); {@code "contains"}: a value that the list must hold;
 *   <li>{@code {"each": list, "of": [sources], "empty": answer}}: every item for itself, pointers relative to it;
 *   <li>{@code {"first_stated": [sources]}}: the first that says anything;
 *   <li>with {@code "unless": {"field": …, "is": […]}}: not applicable if that field holds nothing but these.
 * </ul>
 */
final class CatalogueReader {
    private static final List<Answer> MAPPED = List.of(Answer.YES, Answer.PARTLY, Answer.NO, Answer.NOT_APPLICABLE);

    private CatalogueReader() {}

    static Framework framework(JsonNode file) {
        Map<String, String> usual = words(file.get("importance"));
        List<Framework.Criterion> criteria = new ArrayList<>();
        for (JsonNode criterion : file.get("criteria")) {
            criteria.add(new Framework.Criterion(
                    criterion.get("id").asText(),
                    criterion.get("section").asText(),
                    criterion.get("title").asText(),
                    criterion.get("explanation").asText(),
                    criterion.has("importance") ? words(criterion.get("importance")) : usual,
                    sources(criterion.get("answered_by"))));
        }
        return new Framework(
                file.get("id").asText(),
                file.get("version").asText(),
                file.get("title").asText(),
                file.get("publisher").asText(),
                file.get("note").asText(),
                Values.of(file.get("scope")),
                List.copyOf(criteria));
    }

    private static List<Source> sources(JsonNode list) {
        List<Source> sources = new ArrayList<>();
        list.forEach(item -> sources.add(source(item)));
        return List.copyOf(sources);
    }

    static Source source(JsonNode item) {
        if (item.isTextual()) {
            return plain(item.asText());
        }
        Source source;
        if (item.has("field")) {
            source = new Source.Field(
                    item.get("field").asText(),
                    mapping(item),
                    item.path("contains").textValue());
        } else if (item.has("record")) {
            source = new Source.Beside(item.get("record").asText(), mapping(item));
        } else if (item.has("each")) {
            source = new Source.Each(
                    item.get("each").asText(), Answer.ofWire(item.path("empty").asText()), sources(item.get("of")));
        } else if (item.has("first_stated")) {
            source = new Source.FirstStated(sources(item.get("first_stated")));
        } else {
            throw new IllegalArgumentException("no source: " + item);
        }
        JsonNode unless = item.get("unless");
        return unless == null
                ? source
                : new Source.Unless(unless.get("field").asText(), Set.copyOf(Values.of(unless.get("is"))), source);
    }

    private static Source plain(String name) {
        return name.startsWith("record:")
                ? new Source.Beside(name.substring("record:".length()), Map.of())
                : new Source.Field(name, Map.of(), null);
    }

    private static Map<String, Answer> mapping(JsonNode item) {
        Map<String, Answer> mapping = new LinkedHashMap<>();
        for (Answer answer : MAPPED) {
            item.path(answer.wireName()).forEach(value -> mapping.put(value.asText(), answer));
        }
        return mapping;
    }

    private static Map<String, String> words(JsonNode object) {
        Map<String, String> words = new LinkedHashMap<>();
        new TreeSet<>(names(object))
                .forEach(name -> words.put(name, object.get(name).asText()));
        return words;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
