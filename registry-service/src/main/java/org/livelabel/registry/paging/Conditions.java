package org.livelabel.registry.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The where clause of a list, put together from the filters that were given. Values travel as parameters only. */
public final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public Conditions equal(String path, Object value) {
        clauses.add(path + " = " + parameter(value));
        return this;
    }

    /** Every word stands in at least one of the columns, which hold lower case. */
    public Conditions containsEveryWord(String words, String... paths) {
        List<String> each = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        WordLimit.requireFew("q", each);
        for (String word : each) {
            String pattern = parameter("%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            clauses.add(Stream.of(paths)
                    .map(path -> path + " like " + pattern + " escape '\\'")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        return this;
    }

    /** @param clause SQL in which each question mark stands for the next of the values */
    public Conditions that(String clause, Object... values) {
        StringBuilder named = new StringBuilder();
        int next = 0;
        for (char c : clause.toCharArray()) {
            named.append(c == '?' ? parameter(values[next++]) : c);
        }
        clauses.add(named.toString());
        return this;
    }

    /**
     * Rows behind the cursor in the order of {@code sortKey}, then {@code id}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if nobody's list made that cursor
     */
    public Conditions after(String sortKey, String id, Cursor cursor) {
        String key = parameter(cursor.sortKey());
        clauses.add(
                "(%1$s > %2$s or (%1$s = %2$s and %3$s > %4$s))".formatted(sortKey, key, id, parameter(id(cursor))));
        return this;
    }

    public String where() {
        return clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** A name under which the value travels. */
    public String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
    }
}
