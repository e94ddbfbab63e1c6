package org.livelabel.web.wording;

import org.livelabel.web.registry.Product;

/** What was promised about security updates, whenever that was and whatever became of it. */
public final class Promised {
    private Promised() {}

    /** For instance "Security updates until 31 March 2028". */
    public static String words(Product.Support support) {
        String end = support.endOfSecuritySupport();
        return switch (support.kind()) {
            case "fixed_date" ->
                "Security updates until " + (end == null ? "a day that we cannot show here" : Dates.end(end));
            case "period_from_purchase" -> "Security updates for " + months(support) + " from the day you buy it";
            case "notice_before_end" ->
                "Security updates until further notice, given " + months(support) + " before they stop";
            case "no_end_announced" -> "Security updates, but no end date";
            case "ended_at_unstated_date" -> "Security updates have ended, on a day that is not stated";
            case "none_promised" -> "No security updates";
            case "not_stated" -> "Nothing about security updates";
            default -> "Something about security updates that we cannot show here";
        };
    }

    static String months(Product.Support support) {
        Integer months = support.months();
        return months == null ? "some time" : TimeSpan.months(months);
    }
}
