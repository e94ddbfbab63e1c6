package org.livelabel.registry.paging;

import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Reads parameters. Each says, when it cannot be read, what it may be. */
public final class Asked {
    private Asked() {}

    public static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public static List<String> list(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    public static List<String> list(String name, List<String> values, Collection<String> allowed) {
        List<String> asked = list(values);
        asked.forEach(value -> require(name, value, allowed));
        return asked;
    }

    public static @Nullable String one(String name, @Nullable String value, Collection<String> allowed) {
        String asked = text(value);
        if (asked != null) {
            require(name, asked, allowed);
        }
        return asked;
    }

    /** @return false if it was not given; a name without a value is a typing error */
    public static boolean flag(String name, UriInfo uri) {
        List<String> values = uri.getQueryParameters().get(name);
        if (values == null) {
            return false;
        }
        String value = Objects.requireNonNullElse(values.getFirst(), "");
        require(name, value, List.of("true", "false"));
        return value.equals("true");
    }

    public static @Nullable UUID organisation(String name, @Nullable String value) {
        String asked = text(value);
        try {
            return asked == null ? null : UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw unreadable(name, "must be an organisation's id, a UUID");
        }
    }

    public static @Nullable Long number(String name, @Nullable String value, long least, long most) {
        String asked = text(value);
        if (asked == null) {
            return null;
        }
        if (!asked.matches("[0-9]{1,12}") || Long.parseLong(asked) < least || Long.parseLong(asked) > most) {
            throw unreadable(name, "must be a whole number between " + least + " and " + most);
        }
        return Long.valueOf(asked);
    }

    public static io.quarkiverse.resteasy.problem.HttpProblem unreadable(String name, String message) {
        return Problem.at(ProblemType.INVALID_PARAMETER, name, message);
    }

    private static void require(String name, String value, Collection<String> allowed) {
        if (!allowed.contains(value)) {
            throw unreadable(name, "must be one of " + String.join(", ", new TreeSet<>(allowed)));
        }
    }
}
