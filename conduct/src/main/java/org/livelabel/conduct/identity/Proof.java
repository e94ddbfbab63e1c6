package org.livelabel.conduct.identity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * How a person proved who it is, as a token says it: {@code acr}, and {@code auth_time} and nothing else. A refreshed token is
 * newer than the proof and keeps its {@code acr}; what does not say when it was is never fresh.
 *
 * @param level {@code acr}
 * @param at {@code auth_time}; all tokens of one session say the same
 */
public record Proof(@Nullable String level, @Nullable Instant at) {
    /** Two factors. */
    public static final String TWO_FACTORS = "aal2";

    /** For what cannot be taken back. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** For work that nobody else sees yet. */
    public static final Duration OF_THE_DAY = Duration.ofDays(1);

    public static Proof of(JsonWebToken token) {
        Object level = token.getClaim("acr");
        return new Proof(level == null ? null : level.toString(), moment(token.getClaim("auth_time")));
    }

    /** Whether it was two factors, however long ago. */
    public boolean isOfTwoFactors() {
        return TWO_FACTORS.equals(level);
    }

    /** Whether it was two factors, and not longer ago than this. */
    public boolean isOfTwoFactors(Duration within, Instant now) {
        return isOfTwoFactors() && at != null && !at.isBefore(now.minus(within));
    }

    /** Whether the session that began with a sign-in was ended with all the others of its person. */
    public static boolean endedAt(@Nullable Instant signedInAt, Instant ended) {
        return signedInAt == null || signedInAt.isBefore(ended);
    }

    /** Seconds since 1970 (RFC 7519, 2), whatever kind of number the token's reader makes of them. */
    private static @Nullable Instant moment(@Nullable Object seconds) {
        try {
            return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds.toString()));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
