package org.livelabel.account.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.conduct.identity.Proof;
import org.livelabel.conduct.identity.StepUp;
import org.livelabel.conduct.problem.Problem;

/** Who the current request's token speaks for. */
@ApplicationScoped
public class Caller {
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
        StepUp.requireTwoFactors(Proof.of(token));
        return person();
    }

    /**
     * A person who proved both factors within the last 15 minutes, and after all its sessions were last ended.
     *
     * @throws HttpProblem 401 with the challenge of RFC 9470
     */
    public Person withTwoFreshFactors() {
        StepUp.requireTwoFactors(Proof.of(token), Proof.FRESH, clock.instant());
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
        endedSessions
                .signedInAfter(person.subject())
                .ifPresent(ended -> StepUp.requireSignInAfter(ended, Proof.of(token), clock.instant()));
        return person;
    }

    private UUID subject() {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "This token does not speak for a person.");
        }
    }
}
