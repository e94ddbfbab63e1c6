package org.livelabel.registry.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.organisation.OrganisationSql;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.policy.PolicySql;
import org.livelabel.support.SupportStatus;

/**
 * What must hold of a product that is found. Empty lists hold for all, of several values one is enough.
 *
 * @param traits groups of what {@link Traits} writes; of each group one
 */
record SearchFilter(
        @Nullable SearchWords words,
        List<String> categories,
        List<String> deviceGroups,
        @Nullable UUID manufacturer,
        @Nullable UUID publisher,
        List<String> listings,
        List<String> standings,
        List<SupportStatus> statuses,
        @Nullable Long yearsLeft,
        List<List<String>> traits,
        List<CriterionAsked> criteria,
        @Nullable Long changedSince) {

    /**
     * Of whatever is read about a product: its own entries, its maker's and its publisher's facts, the policies that are or were for
     * it. What is for many products is found here and not written into each of their rows.
     */
    private static final String CHANGED = """
            s.product_id in (
              select c.product_id from projection.product_search c where c.changed_index > ?
              union select c.product_id from projection.product_search c where c.manufacturer_id in (%1$s)
              union select c.product_id from projection.product_search c where c.publisher_id in (%1$s)
              union select c.product_id from projection.product_search c where c.manufacturer_id in (%2$s)
              union %3$s)""".formatted(
            OrganisationSql.changedSince(), PolicySql.organisationsChangedSince(), PolicySql.productsChangedSince());

    Conditions conditions(@Nullable Matching matching, LocalDate today) {
        Conditions conditions = new Conditions();
        if (words != null && matching != null) {
            matching.require(words, conditions);
        }
        oneOf(conditions, "s.category", categories);
        oneOf(conditions, "s.device_group", deviceGroups);
        oneOf(conditions, "s.listing", listings);
        oneOf(conditions, "s.standing", standings);
        if (manufacturer != null) {
            conditions.equal("s.manufacturer_id", manufacturer);
        }
        if (publisher != null) {
            conditions.equal("s.publisher_id", publisher);
        }
        if (changedSince != null) {
            conditions.that(CHANGED, changedSince, changedSince, changedSince, changedSince, changedSince);
        }
        if (yearsLeft != null) {
            yearsLeft(conditions, today);
        }
        if (!statuses.isEmpty()) {
            conditions.that(statuses.stream()
                    .map(status -> StatusSql.holds(status, today))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        traits.forEach(anyOf -> conditions.that("s.traits && cast(? as text[])", array(anyOf)));
        criteria.forEach(criterion -> criterion.require(conditions, today));
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

    /** An array literal; traits are made of letters, digits, dots, hyphens, underscores and colons. */
    private static String array(List<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    private static String marks(List<String> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }
}
