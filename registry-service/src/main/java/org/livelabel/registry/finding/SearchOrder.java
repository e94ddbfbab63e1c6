package org.livelabel.registry.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

/** The orders a search can have. Each ends with the id, so that rows are neither repeated nor skipped. */
enum SearchOrder {
    NAME("s.name", "s.name, s.product_id"),
    /** The day stands in for "no date"; the index is made over the same expression. */
    SUPPORT_END(
            "cast(coalesce(s.support_end, date '0001-01-01') as text)",
            "coalesce(s.support_end, date '0001-01-01') desc, s.product_id desc"),
    CHANGED("cast(s.changed_index as text)", "s.changed_index desc, s.product_id desc"),
    RELEVANCE("cast(%1$s as text) || ' ' || s.name", "%1$s, s.name, s.product_id");

    private final String key;
    private final String order;

    SearchOrder(String key, String order) {
        this.key = key;
        this.order = order;
    }

    static SearchOrder fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What a cursor remembers of a row, as an SQL expression. */
    String key(String tier) {
        return key.formatted(tier);
    }

    String orderBy(String tier) {
        return order.formatted(tier);
    }

    /** Of four digits, as {@link #SUPPORT_END} writes them: the database knows fewer days than Java. */
    private static LocalDate day(String key) {
        if (key.length() != 10) {
            throw Cursor.unreadable();
        }
        return LocalDate.parse(key);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if nobody's list made that cursor */
    void after(Cursor cursor, String tier, Conditions conditions) {
        String key = cursor.sortKey();
        try {
            UUID id = UUID.fromString(cursor.id());
            switch (this) {
                case NAME -> conditions.that("(s.name, s.product_id) > (?, ?)", key, id);
                case SUPPORT_END ->
                    conditions.that(
                            "(coalesce(s.support_end, date '0001-01-01'), s.product_id) < (cast(? as date), ?)",
                            day(key).toString(),
                            id);
                case CHANGED -> conditions.that("(s.changed_index, s.product_id) < (?, ?)", Long.parseLong(key), id);
                case RELEVANCE -> {
                    int space = key.indexOf(' ');
                    conditions.that(
                            "(" + tier + ", s.name, s.product_id) > (?, ?, ?)",
                            Integer.parseInt(key.substring(0, Math.max(space, 0))),
                            key.substring(space + 1),
                            id);
                }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
    }
}
