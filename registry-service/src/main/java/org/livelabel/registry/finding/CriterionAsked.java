package org.livelabel.registry.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.policy.PolicySql;

/**
 * A criterion and the answer that it must have. Where a policy can answer it too, a product's row holds both answers,
 * without such a policy and with it; which of them counts is decided when asked, for a policy takes effect on its day.
 *
 * @param policyKind the kind of policy that can answer it, too
 */
record CriterionAsked(String id, String answer, @Nullable String policyKind) {
    static final String NOT_STATED = "not_stated";

    private static final List<String> STATED = List.of("yes", "partly", "no", "not_applicable");
    private static final String WITH_POLICY = "@policy";

    /** The version of the maker's policy that is in effect on the day is for the product. */
    private static final String COVERED = PolicySql.covers("s.product_id", "s.manufacturer_id");

    /** How an answer stands in a product's row. */
    static String mark(String id, String answer, boolean withPolicy) {
        return id + (withPolicy ? WITH_POLICY : "") + ":" + answer;
    }

    void require(Conditions conditions, LocalDate today) {
        if (policyKind == null) {
            conditions.that(holds(), array(false));
            return;
        }
        if (!answer.equals(NOT_STATED)) {
            // the index finds these; what is below is looked at row by row
            conditions.that("s.criteria && cast(? as text[])", array(List.of(false, true)));
        }
        conditions.that(
                "case when " + COVERED + " then " + holds() + " else " + holds() + " end",
                policyKind,
                today.toString(),
                today.toString(),
                array(true),
                array(false));
    }

    private String holds() {
        return answer.equals(NOT_STATED) ? "not s.criteria && cast(? as text[])" : "s.criteria @> cast(? as text[])";
    }

    private String array(boolean withPolicy) {
        return array(List.of(withPolicy));
    }

    /** An array literal; ids and answers are made of letters, digits, dots, hyphens and underscores. */
    private String array(List<Boolean> withPolicy) {
        List<String> answers = answer.equals(NOT_STATED) ? STATED : List.of(answer);
        return withPolicy.stream()
                .flatMap(with -> answers.stream().map(one -> mark(id, one, with)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
