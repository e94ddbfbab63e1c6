package org.livelabel.conduct.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.Problem;

/** Asks for a better or a newer proof (RFC 9470, 3). */
public final class StepUp {
    private StepUp() {}

    /** @throws HttpProblem 401 unless two factors were proven, however long ago */
    public static void requireTwoFactors(Proof proof) {
        if (!proof.isOfTwoFactors()) {
            throw challenge(
                    "Sign in with both factors: ask for acr_values=" + Proof.TWO_FACTORS + ".",
                    "Two factors are needed",
                    "");
        }
    }

    /** @throws HttpProblem 401 unless two factors were proven, and not longer ago than this */
    public static void requireTwoFactors(Proof proof, Duration within, Instant now) {
        if (!proof.isOfTwoFactors(within, now)) {
            throw challenge(
                    "Sign in again with both factors: ask for acr_values=" + Proof.TWO_FACTORS + " and max_age="
                            + within.toSeconds() + ".",
                    "Two factors within the last " + within.toMinutes() + " minutes are needed",
                    maxAge(within));
        }
    }

    /** @throws HttpProblem 401 if all sessions of the person were ended after it had signed in */
    public static void requireSignInAfter(Instant ended, Proof proof, Instant now) {
        if (Proof.endedAt(proof.at(), ended)) {
            throw challenge(
                    "All your sessions were ended. Sign in again.",
                    "The session has ended",
                    maxAge(Duration.between(ended, now)));
        }
    }

    private static String maxAge(Duration longest) {
        return ", max_age=\"" + Math.max(0, longest.toSeconds()) + "\"";
    }

    private static HttpProblem challenge(String detail, String description, String maxAge) {
        return Problem.withHeader(
                CommonProblem.INSUFFICIENT_USER_AUTHENTICATION,
                detail,
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_user_authentication\", error_description=\"" + description
                        + "\", acr_values=\"" + Proof.TWO_FACTORS + "\"" + maxAge);
    }
}
