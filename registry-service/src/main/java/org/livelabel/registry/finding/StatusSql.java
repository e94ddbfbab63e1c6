package org.livelabel.registry.finding;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livelabel.support.SupportStatus;

/** A status as a condition on the dates, for one UTC day; what {@link SupportStatus} computes, said in SQL. */
final class StatusSql {
    private StatusSql() {}

    static String holds(SupportStatus status, LocalDate today) {
        LocalDate endingUntil = today.plusDays(SupportStatus.ENDING_DAYS);
        return switch (status) {
            case SUPPORTED -> "s.support_end > date '" + endingUntil + "'";
            case ENDING -> "s.support_end between date '" + today + "' and date '" + endingUntil + "'";
            case ENDED -> "s.support_end < date '" + today + "'";
            case ENDED_AT_UNSTATED_DATE -> kind("ended_at_unstated_date");
            case NO_END_ANNOUNCED -> kind("no_end_announced");
            case DEPENDS_ON_PURCHASE -> kind("period_from_purchase");
            case UNTIL_NOTICE -> kind("notice_before_end");
            case NONE_PROMISED -> kind("none_promised");
            case NOT_STATED -> kind("not_stated");
        };
    }

    /** The status of a row, by name. */
    static String of(LocalDate today) {
        return Stream.of(SupportStatus.values())
                .map(status -> "when " + holds(status, today) + " then '" + status.wireName() + "'")
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String kind(String kind) {
        return "s.support_kind = '" + kind + "'";
    }
}
