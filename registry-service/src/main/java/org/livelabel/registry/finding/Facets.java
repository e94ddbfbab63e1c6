package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;

/** Counts all that a search finds. Products that are alike in everything counted are put together first: few are left. */
@ApplicationScoped
class Facets {
    private static final String SQL = """
            with alike as materialized (
              select s.category, s.device_group, s.listing, s.standing, s.traits, %s as status, count(*) as products
              from projection.product_search s %s group by 1, 2, 3, 4, 5, 6)
            select '' as filter, '' as value, sum(products) as products from alike
            union all select 'category', category, sum(products) from alike group by category
            union all select 'device_group', device_group, sum(products) from alike group by device_group
            union all select 'listing', listing, sum(products) from alike group by listing
            union all select 'standing', standing, sum(products) from alike group by standing
            union all select 'support_status', status, sum(products) from alike group by status
            union all select split_part(trait, ':', 1), split_part(trait, ':', 2), sum(products)
              from alike, unnest(traits) trait where trait not like 'data:%%' group by trait
            order by filter, products desc, value""";

    private final Search search;

    Facets(Search search) {
        this.search = search;
    }

    /**
     * @param found how many products the search finds
     * @param counts by filter, then by value, the most frequent first
     */
    @Schema(name = "Facets")
    record Counts(long found, Map<String, List<Count>> counts) {}

    /** @param value as the filter takes it */
    @Schema(name = "FacetCount")
    record Count(String value, long products) {}

    @Transactional
    Counts count(SearchFilter filter, @Nullable Matching matching, LocalDate today) {
        Conditions conditions = filter.conditions(matching, today);
        if (matching == Matching.SIMILAR) {
            search.allowSimilar();
        }
        List<Counted> rows = search.list(
                SQL.formatted(StatusSql.of(today), conditions.where()),
                row -> new Counted(row.text(), row.text(), row.number()),
                conditions);
        long found = 0;
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (Counted row : rows) {
            if (row.filter().isEmpty()) {
                found = row.products();
            } else {
                counts.computeIfAbsent(parameter(row.filter()), name -> new ArrayList<>())
                        .add(new Count(row.value(), row.products()));
            }
        }
        return new Counts(found, counts);
    }

    /** @param filter empty in the one row that counts all */
    private record Counted(String filter, String value, long products) {}

    private static String parameter(String trait) {
        return trait.equals("offline") ? "works_offline" : trait;
    }
}
