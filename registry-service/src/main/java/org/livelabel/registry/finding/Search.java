package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** Finds products. The values of a search travel as parameters; what is put together as SQL is ours alone. */
@ApplicationScoped
class Search {
    private final Sql sql;

    Search(Sql sql) {
        this.sql = sql;
    }

    /** One product that was found, and where the list goes on after it. */
    record Hit(UUID product, Cursor cursor) {}

    /**
     * How the words are compared: as written, unless nothing is written so. A list that goes on stays with what it began.
     */
    @Transactional
    @Nullable Matching matching(SearchFilter filter, @Nullable Cursor after, LocalDate today) {
        if (filter.words() == null) {
            return null;
        }
        if (after != null) {
            return after.sortKey().startsWith(Matching.SIMILAR.mark()) ? Matching.SIMILAR : Matching.AS_WRITTEN;
        }
        Conditions written = filter.conditions(Matching.AS_WRITTEN, today);
        boolean found = list(
                        "select exists (select 1 from projection.product_search s " + written.where() + ")",
                        Row::flag,
                        written)
                .getFirst();
        return found ? Matching.AS_WRITTEN : Matching.SIMILAR;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the cursor is nobody's */
    @Transactional
    List<Hit> find(
            SearchFilter filter,
            @Nullable Matching matching,
            SearchOrder order,
            @Nullable Cursor after,
            int limit,
            LocalDate today) {
        Conditions conditions = filter.conditions(matching, today);
        // a parameter that no part of the statement uses is refused
        String tier = order == SearchOrder.RELEVANCE
                ? Objects.requireNonNull(matching).tier(Objects.requireNonNull(filter.words()), conditions)
                : "0";
        String mark = matching == null ? "-" : matching.mark();
        if (after != null) {
            order.after(unmarked(after), tier, conditions);
        }
        if (matching == Matching.SIMILAR) {
            allowSimilar();
        }
        return list(
                "select s.product_id, " + order.key(tier) + " from projection.product_search s " + conditions.where()
                        + " order by " + order.orderBy(tier) + " limit " + limit,
                row -> {
                    UUID product = row.id();
                    return new Hit(product, new Cursor(mark + row.text(), product.toString()));
                },
                conditions);
    }

    <T> List<T> list(String select, Sql.Reader<T> reader, Conditions conditions) {
        // a plan that is kept for all values cannot know how many products a filter leaves: at 200,000 products it read
        // 300 ms
        // where one for these values reads 15
        setForTransaction("plan_cache_mode", "force_custom_plan");
        return sql.list(select, reader, conditions.parameters());
    }

    /** For the rest of the transaction. */
    void allowSimilar() {
        setForTransaction("pg_trgm.word_similarity_threshold", Matching.THRESHOLD);
    }

    private void setForTransaction(String name, String value) {
        sql.list("select set_config(?, ?, true)", Row::text, name, value);
    }

    private static Cursor unmarked(Cursor cursor) {
        if (cursor.sortKey().isEmpty()) {
            throw Cursor.unreadable();
        }
        return new Cursor(cursor.sortKey().substring(1), cursor.id());
    }
}
