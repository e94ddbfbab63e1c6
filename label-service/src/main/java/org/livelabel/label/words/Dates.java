package org.livelabel.label.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.livelabel.support.SupportEnd;

/** Dates and spans of time in words. Every day is a UTC day; spans are rounded down, so that none promises too much. */
public final class Dates {
    private static final int MONTHS_UNTIL_YEARS = 24;
    private static final int DAYS_UNTIL_WEEKS = 15;
    private static final int MONTHS_UNTIL_MONTHS = 3;

    private final Words words;

    public Dates(Words words) {
        this.words = words;
    }

    /** 30 June 2031. */
    public String day(LocalDate day) {
        return format(day, "dates.day");
    }

    /** 30 Jun 2031. */
    public String shortDay(LocalDate day) {
        return format(day, "dates.day.short");
    }

    /** June 2031. */
    public String month(LocalDate day) {
        return format(day, "dates.month");
    }

    public String moment(Instant moment) {
        var utc = moment.atOffset(ZoneOffset.UTC);
        return words.say("dates.moment", DateTimeFormatter.ofPattern("HH:mm").format(utc), day(utc.toLocalDate()));
    }

    /** 30 June 2031, or "the end of June 2031" where only a month was stated. */
    public String end(SupportEnd end) {
        return end.monthOnly() ? words.say("dates.end-of-month", month(end.lastDay())) : day(end.lastDay());
    }

    /** "4 years and 7 months left"; on the last day "Today is the last day". */
    public String left(LocalDate today, LocalDate last) {
        if (today.equals(last)) {
            return words.say("time.last-day");
        }
        return words.say("time.left", span(today, last));
    }

    /** "More than 7 months ago". */
    public String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days < DAYS_UNTIL_WEEKS) {
            return words.count("time.days-ago", days);
        }
        // a day less, so that "more than" is true on the very day of the month
        return words.say("time.ago", span(day, today.minusDays(1)));
    }

    /** Whole months as "3 years", "2 years and 6 months" or "18 months". */
    public String months(int months) {
        int years = months / 12;
        int rest = months % 12;
        if (months < MONTHS_UNTIL_YEARS && rest != 0 || years == 0) {
            return words.count("time.months", months);
        }
        return rest == 0
                ? words.count("time.years", years)
                : words.say("time.and", words.count("time.years", years), words.count("time.months", rest));
    }

    /** How far two days lie apart; "2 years", "3 months", "12 days". */
    public String apart(LocalDate one, LocalDate other) {
        LocalDate from = one.isBefore(other) ? one : other;
        LocalDate to = one.isBefore(other) ? other : one;
        int months = wholeMonths(from, to);
        return months > 0 ? months(months) : words.count("time.days", ChronoUnit.DAYS.between(from, to));
    }

    /** Days as whole years where they are, else as days. */
    public String days(int days) {
        return days >= 365 && days % 365 == 0 ? words.count("time.years", days / 365) : words.count("time.days", days);
    }

    private String span(LocalDate from, LocalDate to) {
        int months = wholeMonths(from, to);
        if (months >= MONTHS_UNTIL_YEARS) {
            return months(months);
        }
        if (months >= MONTHS_UNTIL_MONTHS) {
            return words.count("time.months", months);
        }
        long days = ChronoUnit.DAYS.between(from, to);
        return days >= DAYS_UNTIL_WEEKS ? words.count("time.weeks", days / 7) : words.count("time.days", days);
    }

    /** From a month's last day to another month's last day are whole months. */
    private static int wholeMonths(LocalDate from, LocalDate to) {
        boolean bothAtEnd = from.getDayOfMonth() == from.lengthOfMonth() && to.getDayOfMonth() == to.lengthOfMonth();
        if (bothAtEnd) {
            return (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
        }
        return (int) Period.between(from, to).toTotalMonths();
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(words.say(pattern), words.locale()).format(day);
    }
}
