package org.livelabel.account.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.problem.Problem;
import org.livelabel.account.problem.ProblemType;

/** Who the current request's token speaks for. */
@ApplicationScoped
public class Caller {
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final JsonWebToken token;
    private final Clock clock;
    private final EndedSessions endedSessions;

    Caller(JsonWebToken token, Clock clock, EndedSessions endedSessions) {
        this.token = token;
        this.clock = clock;
        this.endedSessions = endedSessions;
    }

    /**
     * A person who signed in with two factors, however long ago, but after all its sessions were last ended.
     *
     * @throws HttpProblem 401 with the challenge of RFC 9470
     */
    public Person withTwoFactors() {
        if (!"aal2".equals(token.getClaim("acr"))) {
            throw challenge("Sign in with both factors: ask for acr_values=aal2.", "Two factors are needed", "");
        }
        return person();
    }

    /**
     * A person who proved both factors within the last 15 minutes, and after all its sessions were last ended.
     *
     * @throws HttpProblem 401 with the challenge of RFC 9470
     */
    public Person withTwoFreshFactors() {
        // auth_time and nothing else: a refreshed token is newer than the proof and keeps its acr
        Instant signedIn = signedIn();
        boolean fresh = signedIn != null && !signedIn.plus(FRESH).isBefore(clock.instant());
        if (!fresh || !"aal2".equals(token.getClaim("acr"))) {
            throw challenge(
                    "Sign in again with both factors: ask for acr_values=aal2 and max_age=" + FRESH.toSeconds() + ".",
                    "Two factors within the last " + FRESH.toMinutes() + " minutes are needed",
                    ", max_age=\"" + FRESH.toSeconds() + "\"");
        }
        return person();
    }

    /** @throws HttpProblem 403 unless the token was issued to that service itself */
    public void requireService(String client) {
        if (!client.equals(token.getClaim("azp"))) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "Only " + client + " itself may ask this.");
        }
    }

    private Person person() {
        Person person = new Person(subject(), token.getClaim("email"));
        endedSessions.signedInAfter(person.subject()).ifPresent(this::requireSignInAfter);
        return person;
    }

    private UUID subject() {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "This token does not speak for a person.");
        }
    }

    private void requireSignInAfter(Instant ended) {
        Instant signedIn = signedIn();
        if (signedIn == null || signedIn.isBefore(ended)) {
            long since = Math.max(0, Duration.between(ended, clock.instant()).toSeconds());
            throw challenge(
                    "All your sessions were ended. Sign in again.",
                    "The session has ended",
                    ", max_age=\"" + since + "\"");
        }
    }

    private @Nullable Instant signedIn() {
        Long authenticatedAt = token.getClaim("auth_time");
        return authenticatedAt == null ? null : Instant.ofEpochSecond(authenticatedAt);
    }

    private static HttpProblem challenge(String detail, String description, String maxAge) {
        // RFC 9470, 3
        return Problem.withHeader(
                ProblemType.INSUFFICIENT_USER_AUTHENTICATION,
                detail,
                "WWW-Authenticate",
                "Bearer error=\"insufficient_user_authentication\", error_description=\"" + description
                        + "\", acr_values=\"aal2\"" + maxAge);
    }
}
