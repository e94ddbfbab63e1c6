package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;

/** Counts all that a search finds, in one pass. */
@ApplicationScoped
class Facets {
    @Inject
    Search search;

    /**
     * @param found how many products the search finds
     * @param counts by filter, then by value, the most frequent first; what is not stated is in no count
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
        List<?> rows = search.query(
                        """
                        with found as materialized (
                          select s.category, s.device_group, s.listing, s.traits, %s as status
                          from projection.product_search s %s)
                        select '' as filter, '' as value, count(*) as products from found
                        union all select 'category', category, count(*) from found group by category
                        union all select 'device_group', device_group, count(*) from found group by device_group
                        union all select 'listing', listing, count(*) from found group by listing
                        union all select 'support_status', status, count(*) from found group by status
                        union all select split_part(trait, ':', 1), split_part(trait, ':', 2), count(*)
                          from found, unnest(traits) trait
                          where trait not like 'criterion:%%' and trait not like 'data:%%' group by trait
                        order by filter, products desc, value"""
                                .formatted(StatusSql.of(today), conditions.where()),
                        conditions)
                .getResultList();
        long found = 0;
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            long products = ((Number) row[2]).longValue();
            if (row[0].equals("")) {
                found = products;
            } else {
                counts.computeIfAbsent(parameter((String) row[0]), name -> new ArrayList<>())
                        .add(new Count((String) row[1], products));
            }
        }
        return new Counts(found, counts);
    }

    private static String parameter(String trait) {
        return trait.equals("offline") ? "works_offline" : trait;
    }
}
