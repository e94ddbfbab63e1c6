package org.livelabel.registry.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place that a criterion's answer is taken from. */
public sealed interface Source {
    /** One answer for each field that it looks at; never none. */
    List<Answer> answers(Stated stated);

    /** JSON Pointers into the disclosure, {@code *} for each item of a list, and {@code record:} names. */
    List<String> fields();

    /** Whether one of its fields is enough. */
    default boolean isEither() {
        return false;
    }

    /**
     * A field of the disclosure. A claim is its answer; any other field is yes by being there, unless the catalogue says
     * how its values answer. The values of a list are answers of their own.
     *
     * @param words the answer that a value gives; empty: being there is enough
     * @param contains the value that a list must hold; null: it does not matter
     */
    record Field(
            String pointer,
            Map<String, Answer> words,
            @Nullable String contains) implements Source {
        @Override
        public List<Answer> answers(Stated stated) {
            JsonNode node = stated.item().at(pointer);
            if (node.isMissingNode() || node.isNull()) {
                return List.of(Answer.NOT_STATED);
            }
            if (contains != null) {
                return List.of(Values.of(node).contains(contains) ? Answer.YES : Answer.NO);
            }
            if (!words.isEmpty()) {
                List<Answer> answers = new ArrayList<>();
                Values.of(node).forEach(value -> answers.add(words.getOrDefault(value, Answer.NOT_STATED)));
                return answers.isEmpty() ? List.of(Answer.NOT_STATED) : answers;
            }
            if (node.has("answer")) {
                return List.of(Answer.ofWire(node.get("answer").asText()));
            }
            return List.of(node.isContainerNode() && node.isEmpty() ? Answer.NOT_STATED : Answer.YES);
        }

        @Override
        public List<String> fields() {
            return List.of(pointer);
        }
    }

    /**
     * Something that has a record of its own.
     *
     * @param words the answer that its value gives; empty: being there is enough
     */
    record Beside(String name, Map<String, Answer> words) implements Source {
        @Override
        public List<Answer> answers(Stated stated) {
            String value = stated.records().get(name);
            if (value == null) {
                return List.of(Answer.NOT_STATED);
            }
            return List.of(words.isEmpty() ? Answer.YES : words.getOrDefault(value, Answer.NOT_STATED));
        }

        @Override
        public List<String> fields() {
            return List.of("record:" + name);
        }
    }

    /** Every item of a list answers for itself. */
    record Each(String pointer, Answer ifEmpty, List<Source> of) implements Source {
        @Override
        public List<Answer> answers(Stated stated) {
            JsonNode list = stated.item().at(pointer);
            if (!list.isArray()) {
                return List.of(Answer.NOT_STATED);
            }
            List<Answer> answers = new ArrayList<>();
            for (JsonNode item : list) {
                of.forEach(source -> answers.addAll(source.answers(stated.about(item))));
            }
            return answers.isEmpty() ? List.of(ifEmpty) : answers;
        }

        @Override
        public List<String> fields() {
            return of.stream()
                    .flatMap(source -> source.fields().stream())
                    .map(field -> pointer + "/*" + field)
                    .toList();
        }
    }

    /** The same thing can be said in several places; the first that says anything counts. */
    record FirstStated(List<Source> of) implements Source {
        @Override
        public List<Answer> answers(Stated stated) {
            return of.stream()
                    .map(source -> source.answers(stated))
                    .filter(answers -> Answer.of(answers) != Answer.NOT_STATED)
                    .findFirst()
                    .orElse(List.of(Answer.NOT_STATED));
        }

        @Override
        public List<String> fields() {
            return of.stream().flatMap(source -> source.fields().stream()).toList();
        }

        @Override
        public boolean isEither() {
            return true;
        }
    }

    /** Does not apply if another field holds nothing but certain values. */
    record Unless(String pointer, Set<String> values, Source source) implements Source {
        @Override
        public List<Answer> answers(Stated stated) {
            List<String> held = Values.of(stated.item().at(pointer));
            if (held.isEmpty()) {
                held = Values.of(stated.document().at(pointer));
            }
            return !held.isEmpty() && values.containsAll(held)
                    ? List.of(Answer.NOT_APPLICABLE)
                    : source.answers(stated);
        }

        @Override
        public List<String> fields() {
            return source.fields();
        }

        @Override
        public boolean isEither() {
            return source.isEither();
        }
    }
}
