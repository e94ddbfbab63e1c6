package org.livelabel.registry.paging;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/**
 * Where a list goes on: after the row with this sort key and id, under these filters.
 *
 * @param sortKey the last row's sort key
 * @param id the last row's id, which breaks ties
 */
public record Cursor(String sortKey, String id) {
    private static final char SEPARATOR = '\n';

    /** Opaque to callers; holds a digest of the filters. */
    public String write(List<@Nullable String> filters) {
        String text = digest(filters) + SEPARATOR + id + SEPARATOR + sortKey;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not ours, or of a list with other filters */
    public static @Nullable Cursor read(@Nullable String text, List<@Nullable String> filters) {
        if (text == null) {
            return null;
        }
        String[] parts;
        try {
            String read = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            // the database does not hold it, so no list ever made such a cursor
            parts = read.indexOf('\0') >= 0 ? new String[0] : read.split(String.valueOf(SEPARATOR), 3);
        } catch (IllegalArgumentException e) {
            parts = new String[0];
        }
        if (parts.length != 3) {
            throw unreadable();
        }
        if (!parts[0].equals(digest(filters))) {
            throw Problem.at(
                    ProblemType.INVALID_CURSOR,
                    "cursor",
                    "belongs to a list with other filters; start that list again without a cursor");
        }
        return new Cursor(parts[2], parts[1]);
    }

    /** 400: somebody made this cursor, but no list did. */
    public static HttpProblem unreadable() {
        return Problem.at(
                ProblemType.INVALID_CURSOR, "cursor", "was not made by this list; take it from the next link");
    }

    private static String digest(List<@Nullable String> filters) {
        return Integer.toHexString(filters.hashCode());
    }
}
