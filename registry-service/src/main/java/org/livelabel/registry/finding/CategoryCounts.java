package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.sql.Sql;

/**
 * Counts the products of a category, when asked. A product that is withdrawn, suspended or revoked is no measure for others and
 * does not count.
 */
@ApplicationScoped
public class CategoryCounts {
    // the last day counts in full, so a length is measured to the day after it
    private static final String LENGTHS = """
            with listed as (
              select s.support_kind, s.support_end, s.sold_from is not null as available_known,
                case s.support_kind
                  when 'fixed_date' then age(s.support_end + 1, least(coalesce(s.sold_from, s.registered_on), s.support_end + 1))
                  when 'period_from_purchase' then make_interval(months => s.support_months)
                  when 'none_promised' then interval '0' end as length
              from projection.product_search s where s.category = ? and s.listing = 'listed' and s.standing = 'good'),
            measured as (
              select *, cast(extract(year from length) * 12 + extract(month from length) as int) as months from listed)
            select count(*),
              count(months),
              count(*) filter (where support_kind = 'fixed_date' and available_known),
              count(*) filter (where support_kind = 'fixed_date' and not available_known),
              count(*) filter (where support_kind = 'period_from_purchase'),
              count(*) filter (where support_kind = 'none_promised'),
              percentile_disc(0.25) within group (order by months),
              percentile_disc(0.5) within group (order by months),
              percentile_disc(0.75) within group (order by months),
              count(*) filter (where support_end >= ?),
              count(*) filter (where support_kind = 'ended_at_unstated_date')
            from measured""";

    // products that disclose the same are put together first: few are left to be taken apart
    private static final String TRAITS = """
            with alike as materialized (
              select s.traits, count(*) as products from projection.product_search s
              where s.category = ? and s.listing = 'listed' and s.standing = 'good' group by s.traits)
            select trait, sum(products) from alike, unnest(traits) trait group by trait""";

    private final Sql sql;

    CategoryCounts(Sql sql) {
        this.sql = sql;
    }

    /**
     * How long products get security updates.
     *
     * @param measured of how many the length is known: the sum of the next four
     * @param fixedFromAvailability to a fixed end, from when it was sold
     * @param fixedFromPublication to a fixed end, from when it was published here
     * @param lowerQuartileMonths of those measured; null if there are none
     * @param notOver of those with a fixed end: it is still to come, or today
     */
    public record Lengths(
            long products,
            long measured,
            long fixedFromAvailability,
            long fixedFromPublication,
            long fromPurchase,
            long nonePromised,
            @Nullable Integer lowerQuartileMonths,
            @Nullable Integer medianMonths,
            @Nullable Integer upperQuartileMonths,
            long notOver,
            long endedAtUnstatedDate) {}

    @Transactional
    public Lengths lengths(String category, LocalDate today) {
        return sql.list(
                        LENGTHS,
                        row -> new Lengths(
                                row.number(),
                                row.number(),
                                row.number(),
                                row.number(),
                                row.number(),
                                row.number(),
                                row.optionalInteger(),
                                row.optionalInteger(),
                                row.optionalInteger(),
                                row.number(),
                                row.number()),
                        category,
                        today)
                .getFirst();
    }

    /** How many products have each of the {@link Traits}. */
    @Transactional
    public Map<String, Long> traits(String category) {
        return sql.list(TRAITS, row -> Map.entry(row.text(), row.number()), category).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
