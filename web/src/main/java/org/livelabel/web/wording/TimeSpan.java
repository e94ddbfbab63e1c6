package org.livelabel.web.wording;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long it is from one day to another, rounded down and in the unit that people would use. */
final class TimeSpan {
    private static final int IN_YEARS_FROM_MONTHS = 24;
    private static final int IN_MONTHS_FROM = 3;
    private static final int IN_WEEKS_FROM_DAYS = 15;
    private static final int WEEK = 7;

    private TimeSpan() {}

    /** For instance "4 years and 7 months", "3 weeks", "1 day". */
    static String between(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        long days = ChronoUnit.DAYS.between(from, to);
        if (months >= IN_YEARS_FROM_MONTHS) {
            return months(months);
        }
        if (months >= IN_MONTHS_FROM) {
            return count(months, "month");
        }
        return days >= IN_WEEKS_FROM_DAYS ? count(days / WEEK, "week") : count(days, "day");
    }

    /** A sentence; never says more time than has passed. */
    static String ago(LocalDate day, LocalDate today) {
        boolean exact = ChronoUnit.DAYS.between(day, today) < IN_WEEKS_FROM_DAYS;
        return (exact ? "" : "More than ") + between(day, today) + " ago.";
    }

    /** Whole years as years, the rest as months. */
    static String months(long months) {
        long years = months / 12;
        long rest = months % 12;
        if (years == 0) {
            return count(rest, "month");
        }
        return rest == 0 ? count(years, "year") : count(years, "year") + " and " + count(rest, "month");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
