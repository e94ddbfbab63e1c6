package org.livelabel.web.product;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.wording.Dates;

/**
 * The day a visitor asked about.
 *
 * @param typed what they typed; null if nothing
 * @param day null for today
 * @param problem what is wrong with what they typed
 */
record DayAsked(
        @Nullable String typed,
        @Nullable LocalDate day,
        @Nullable String problem,
        LocalDate today) {

    private static final LocalDate FIRST = LocalDate.EPOCH;

    static DayAsked of(@Nullable String typed, LocalDate today) {
        if (typed == null || typed.isBlank()) {
            return new DayAsked(null, null, null, today);
        }
        String text = typed.strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST)) {
                return new DayAsked(text, null, "Choose a day in " + FIRST.getYear() + " or later", today);
            }
            if (day.isAfter(today)) {
                return new DayAsked(text, null, "Choose a day that has come already", today);
            }
            return new DayAsked(text, day, null, today);
        } catch (DateTimeParseException e) {
            return new DayAsked(text, null, "Write the day as year, month and day, like " + today, today);
        }
    }

    /** The day whose state is shown. */
    LocalDate shown() {
        return day == null ? today : day;
    }

    /** What may stand in the field; a date field takes nothing else than a day. */
    public @Nullable LocalDate inField() {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The day asked about is today: what is shown may not be its last word. */
    public boolean stillRuns() {
        return today.equals(day);
    }

    public @Nullable String inWords() {
        return day == null ? null : Dates.day(day);
    }
}
