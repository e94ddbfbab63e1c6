package org.livelabel.web.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.livelabel.conduct.UtcDay;

/** Dates in words, the month spelled out, so that nobody has to guess which number is the day. Days are UTC days. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int MONTH_LENGTH = "2031-06".length();

    private Dates() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String day(Instant moment) {
        return day(UtcDay.of(moment));
    }

    /** @param wire {@code 2031-06-30}, or {@code 2031-06} which means the last day of that month */
    static String end(String wire) {
        return isMonth(wire) ? "the end of " + MONTH.format(YearMonth.parse(wire)) : day(LocalDate.parse(wire));
    }

    /** The last day that {@code wire} covers. */
    static LocalDate lastDay(String wire) {
        return isMonth(wire) ? YearMonth.parse(wire).atEndOfMonth() : LocalDate.parse(wire);
    }

    private static boolean isMonth(String wire) {
        return wire.length() == MONTH_LENGTH;
    }
}
