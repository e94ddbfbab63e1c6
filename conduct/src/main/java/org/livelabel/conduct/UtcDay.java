package org.livelabel.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The one boundary between days: 00:00 UTC, for whatever is said of a day, and for how long that may be believed. */
public final class UtcDay {
    private static final long LONGEST_FRESH_SECONDS = 60;

    private UtcDay() {}

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The first moment after a day. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * The Cache-Control of a public answer that was made for a day and may be another on the next: it is fresh for a minute, and
     * not past the end of its day. If that has passed meanwhile, it is not fresh at all.
     */
    public static String cacheControl(LocalDate day, Instant now) {
        long left = Duration.between(now, end(day)).toSeconds();
        return "public, max-age=" + Math.clamp(left, 0, LONGEST_FRESH_SECONDS);
    }
}
