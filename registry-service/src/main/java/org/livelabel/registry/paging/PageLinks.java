package org.livelabel.registry.paging;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** Cuts a page out of rows of which one more than the limit was read. */
public final class PageLinks {
    private PageLinks() {}

    /**
     * @param rows up to {@code limit + 1} rows
     * @param cursorAfter the written cursor that goes on after a row
     */
    public static <R, T> Page<T> page(
            UriInfo uri, List<R> rows, int limit, Function<R, T> item, Function<R, String> cursorAfter) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String self = pathAndQuery(uri.getRequestUri().toString());
        String next = more
                ? pathAndQuery(uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursorAfter.apply(shown.getLast()))
                        .build()
                        .toString())
                : null;
        return new Page<>(shown.stream().map(item).toList(), self, next, null);
    }

    private static String pathAndQuery(String uri) {
        int path = uri.indexOf('/', uri.indexOf("://") + 3);
        return path < 0 ? "/" : uri.substring(path);
    }
}
