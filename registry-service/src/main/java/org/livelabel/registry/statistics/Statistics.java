package org.livelabel.registry.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.finding.DataTypes;
import org.livelabel.registry.statistics.CategoryStatistics.Share;
import org.livelabel.registry.statistics.CategoryStatistics.SupportLength;

/**
 * Counts in the rows that products are searched in, when asked, for one UTC day. A product that is withdrawn, suspended or
 * revoked is no measure for others.
 */
@ApplicationScoped
class Statistics {
    // the last day counts in full, so a length is measured to the day after it
    private static final String LENGTHS = """
            with listed as (
              select s.support_kind, s.support_end, s.sold_from is not null as available_known,
                case s.support_kind
                  when 'fixed_date' then age(s.support_end + 1, least(coalesce(s.sold_from, s.registered_on), s.support_end + 1))
                  when 'period_from_purchase' then make_interval(months => s.support_months)
                  when 'none_promised' then interval '0' end as length
              from projection.product_search s where s.category = :category and s.listing = 'listed' and s.standing = 'good'),
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
              count(*) filter (where support_end >= cast(:today as date)),
              count(*) filter (where support_kind = 'ended_at_unstated_date')
            from measured""";

    // products that disclose the same are put together first: few are left to be taken apart
    private static final String TRAITS = """
            with alike as materialized (
              select s.traits, count(*) as products from projection.product_search s
              where s.category = :category and s.listing = 'listed' and s.standing = 'good' group by s.traits)
            select trait, sum(products) from alike, unnest(traits) trait group by trait""";

    private final EntityManager entityManager;
    private final DataTypes dataTypes;

    Statistics(EntityManager entityManager, DataTypes dataTypes) {
        this.entityManager = entityManager;
        this.dataTypes = dataTypes;
    }

    CategoryStatistics of(String category, LocalDate today) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery(LENGTHS)
                .setParameter("category", category)
                .setParameter("today", today.toString())
                .getSingleResult();
        long products = number(row[0]);
        long stated = number(row[1]);
        boolean enough = stated >= CategoryStatistics.LEAST;
        long ends = number(row[2]) + number(row[3]);
        Map<String, Long> traits = traits(category);
        return new CategoryStatistics(
                category,
                today,
                products,
                CategoryStatistics.LEAST,
                new SupportLength(
                        stated,
                        products - stated,
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        enough ? months(row[6]) : null,
                        enough ? months(row[7]) : null,
                        enough ? months(row[8]) : null),
                Share.of(number(row[9]), ends + number(row[10])),
                collects(traits),
                share(traits, "shared:", "yes"),
                share(traits, "sold:", "yes"),
                share(traits, "offline:", "yes"),
                share(traits, "offline:", "yes", "partly"));
    }

    private Map<String, Share> collects(Map<String, Long> traits) {
        long saying = traits.getOrDefault("data:stated", 0L);
        Map<String, Share> collects = new TreeMap<>();
        dataTypes
                .names()
                .forEach(type -> collects.put(type, Share.of(traits.getOrDefault("collects:" + type, 0L), saying)));
        return collects;
    }

    private static Share share(Map<String, Long> traits, String question, String... answers) {
        long saying = 0;
        for (String answer : new String[] {"yes", "partly", "no"}) {
            saying += traits.getOrDefault(question + answer, 0L);
        }
        long counted = 0;
        for (String answer : answers) {
            counted += traits.getOrDefault(question + answer, 0L);
        }
        return Share.of(counted, saying);
    }

    private Map<String, Long> traits(String category) {
        Map<String, Long> traits = new HashMap<>();
        for (Object each : entityManager
                .createNativeQuery(TRAITS)
                .setParameter("category", category)
                .getResultList()) {
            traits.put((String) ((Object[]) each)[0], number(((Object[]) each)[1]));
        }
        return traits;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static @Nullable Integer months(@Nullable Object column) {
        return column == null ? null : ((Number) column).intValue();
    }
}
