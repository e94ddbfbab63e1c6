package org.livelabel.registry.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.support.SupportStatus;

/**
 * What must hold of a product that is found. Empty lists hold for all, of several values one is enough.
 *
 * @param traits groups of what {@link Traits} writes; of each group one. "shared:" stands for no answer at all
 */
record SearchFilter(
        @Nullable SearchWords words,
        List<String> categories,
        List<String> deviceGroups,
        @Nullable UUID manufacturer,
        @Nullable UUID publisher,
        List<String> listings,
        List<SupportStatus> statuses,
        @Nullable Long yearsLeft,
        List<List<String>> traits,
        @Nullable Long changedSince) {

    Conditions conditions(@Nullable Matching matching, LocalDate today) {
        Conditions conditions = new Conditions();
        if (words != null && matching != null) {
            matching.require(words, conditions);
        }
        oneOf(conditions, "s.category", categories);
        oneOf(conditions, "s.device_group", deviceGroups);
        oneOf(conditions, "s.listing", listings);
        if (manufacturer != null) {
            conditions.equal("s.manufacturer_id", manufacturer);
        }
        if (publisher != null) {
            conditions.equal("s.publisher_id", publisher);
        }
        if (changedSince != null) {
            conditions.that("s.changed_index > ?", changedSince);
        }
        if (yearsLeft != null) {
            yearsLeft(conditions, today);
        }
        if (!statuses.isEmpty()) {
            conditions.that(statuses.stream()
                    .map(status -> StatusSql.holds(status, today))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        traits.forEach(anyOf -> trait(conditions, anyOf));
        return conditions;
    }

    /** What is sure for a unit bought today; a product that is no longer sold promises nothing to a new buyer. */
    private void yearsLeft(Conditions conditions, LocalDate today) {
        long months = 12 * Objects.requireNonNull(yearsLeft);
        String inMonths = "s.support_months >= ?";
        conditions.that(
                "(s.support_kind = 'fixed_date' and s.support_end >= cast(? as date)"
                        + " or s.support_kind = 'period_from_purchase' and " + inMonths
                        + " and (s.sold_until is null or s.sold_until >= cast(? as date))"
                        + " or s.support_kind = 'notice_before_end' and " + inMonths + ")",
                today.plusMonths(months).toString(),
                months,
                today.toString(),
                months);
    }

    private static void oneOf(Conditions conditions, String column, List<String> values) {
        if (!values.isEmpty()) {
            conditions.that(column + " in (" + marks(values) + ")", values.toArray());
        }
    }

    /** One of these; an empty answer ("shared:") stands for none that begins so. */
    private static void trait(Conditions conditions, List<String> anyOf) {
        Stream<String> clauses = anyOf.stream()
                .map(trait -> trait.endsWith(":")
                        ? "not s.traits && cast(? as text[])"
                        : "s.traits @> cast(? as text[])");
        conditions.that(
                clauses.collect(Collectors.joining(" or ", "(", ")")),
                anyOf.stream().map(SearchFilter::array).toArray());
    }

    private static String array(String trait) {
        return trait.endsWith(":")
                ? Stream.of("yes", "partly", "no", "not_applicable")
                        .map(answer -> trait + answer)
                        .collect(Collectors.joining(",", "{", "}"))
                : "{" + trait + "}";
    }

    private static String marks(List<String> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }
}
