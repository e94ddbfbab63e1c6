package org.livelabel.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The last day with security updates, as it was stated: a day, or a month, which means the last day of that month. The
 * precision is kept so that a page does not claim a day that nobody named.
 */
public record SupportEnd(LocalDate lastDay, boolean monthOnly) {
    public SupportEnd {
        if (monthOnly && !lastDay.equals(YearMonth.from(lastDay).atEndOfMonth())) {
            throw new IllegalArgumentException("a month means its last day, not " + lastDay);
        }
    }

    /**
     * @param text {@code 2031-06-30} or {@code 2031-06}
     * @throws DateTimeException if there is no such day or month
     */
    public static SupportEnd parse(String text) {
        return text.length() == 7
                ? new SupportEnd(YearMonth.parse(text).atEndOfMonth(), true)
                : new SupportEnd(LocalDate.parse(text), false);
    }

    /** As it was stated, so that it can be parsed again. */
    @Override
    public String toString() {
        return monthOnly ? YearMonth.from(lastDay).toString() : lastDay.toString();
    }
}
