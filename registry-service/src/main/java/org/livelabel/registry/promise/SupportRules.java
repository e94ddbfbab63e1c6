package org.livelabel.registry.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.json.Years;
import org.livelabel.support.SupportEnd;

/** What must hold between the fields of a support commitment, and for every date on which something was asserted. */
public class SupportRules {
    private static final String AT = "/support/";
    /** A far year often stands for "never". */
    private static final String NO_END =
            ". If no end is announced, write the kind no_end_announced, or notice_before_end with months if you promise to "
                    + "announce it ahead; neither has a date";

    private final LocalDate today;
    private final List<Violation> violations;

    public SupportRules(LocalDate today, List<Violation> violations) {
        this.today = today;
        this.violations = violations;
    }

    /** Null if a violation was found. */
    public @Nullable SupportTerms terms(JsonNode support) {
        int before = violations.size();
        String kind = support.get("kind").asText();
        belongsTo(support, "end_of_security_support", kind.equals("fixed_date"), kind);
        belongsTo(support, "months", kind.equals("period_from_purchase") || kind.equals("notice_before_end"), kind);
        LocalDate available = support.has("general_availability")
                ? LocalDate.parse(support.get("general_availability").asText())
                : null;
        SupportEnd end = end(support.path("end_of_security_support").textValue());
        notBefore(available, "end_of_security_support", end == null ? null : end.lastDay());
        notBefore(available, "end_of_sales", milestone(support, "end_of_sales"));
        notBefore(available, "end_of_feature_updates", milestone(support, "end_of_feature_updates"));
        if (correctsError(support) && !support.has("reason")) {
            violations.add(new Violation(
                    AT + "reason", "is missing: error_corrected says that there was a mistake; say what it was"));
        }
        checkProvenances("/support", support);
        if (violations.size() > before) {
            return null;
        }
        return new SupportTerms(
                kind,
                end == null ? null : end.toString(),
                support.has("months") ? support.get("months").asInt() : null,
                available,
                support.path("end_of_sales").textValue(),
                support.path("end_of_feature_updates").textValue(),
                support.get("after_end"),
                support.get("provenance"));
    }

    public static boolean correctsError(JsonNode support) {
        return support.path(SupportCommitted.ERROR_CORRECTED).asBoolean(false);
    }

    /** Looks at every provenance in the tree: nothing was asserted tomorrow, nor is it valid only until before that. */
    public void checkProvenances(String at, JsonNode node) {
        if (node.isObject()) {
            LocalDate asserted = date(node, "asserted_on");
            if (asserted != null && asserted.isAfter(today)) {
                violations.add(new Violation(at + "/asserted_on", "is after today, " + today + " (UTC)"));
            }
            LocalDate until = date(node, "valid_until");
            if (asserted != null && until != null && until.isBefore(asserted)) {
                violations.add(new Violation(at + "/valid_until", "is before asserted_on, " + asserted));
            }
            node.properties().forEach(member -> checkProvenances(at + "/" + member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkProvenances(at + "/" + i, node.get(i));
            }
        }
    }

    private void belongsTo(JsonNode support, String field, boolean needed, String kind) {
        if (needed && !support.has(field)) {
            violations.add(new Violation(AT + field, "is missing; the kind " + kind + " needs it"));
        }
        if (!needed && support.has(field)) {
            violations.add(new Violation(AT + field, "does not go with the kind " + kind + "; remove it"));
        }
    }

    private @Nullable SupportEnd end(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            SupportEnd end = SupportEnd.parse(text);
            if (!Years.hold(end.lastDay())) {
                violations.add(new Violation(AT + "end_of_security_support", Years.flaw(end.lastDay()) + NO_END));
                return null;
            }
            return end;
        } catch (DateTimeException e) {
            violations.add(new Violation(
                    AT + "end_of_security_support",
                    "is not an existing day or month; write YYYY-MM-DD, or YYYY-MM for a month's last day"));
            return null;
        }
    }

    private @Nullable LocalDate milestone(JsonNode support, String field) {
        String text = support.path(field).textValue();
        if (text == null || text.equals(SupportTerms.UNSTATED)) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!Years.hold(day)) {
                violations.add(
                        new Violation(AT + field, Years.flaw(day) + ". If no day is known, leave " + field + " out"));
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            violations.add(new Violation(
                    AT + field, "is not an existing day; write YYYY-MM-DD, or \"unstated\" if it is over"));
            return null;
        }
    }

    private void notBefore(@Nullable LocalDate available, String field, @Nullable LocalDate date) {
        if (available != null && date != null && date.isBefore(available)) {
            violations.add(new Violation(AT + field, "is before general_availability, " + available));
        }
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? null : LocalDate.parse(text);
    }
}
