package org.livelabel.registry.authority;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.livelabel.conduct.identity.Proof;
import org.livelabel.conduct.identity.StepUp;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/**
 * The person or service that the request's token speaks for. What a person may do is asked of account-service, and never
 * inside a transaction: however slow the answer, nobody waits for it with a database connection in hand.
 */
@ApplicationScoped
public class Caller {
    private final JsonWebToken token;
    private final AuthorizationSource authorizations;
    private final Clock clock;

    Caller(JsonWebToken token, AuthorizationSource authorizations, Clock clock) {
        this.token = token;
        this.authorizations = authorizations;
        this.clock = clock;
    }

    /**
     * The caller's membership, if it has one. The person has proven two factors.
     *
     * @throws HttpProblem 401 after one factor, or if the person's sessions were ended since; 503 if nobody can say
     */
    @Transactional(TxType.NEVER)
    public Optional<Membership> membershipIn(UUID organisation) {
        requireTwoFactors(Proof.OF_THE_DAY);
        return authority().organisations().stream()
                .filter(m -> m.id().equals(organisation))
                .findFirst();
    }

    /**
     * A member who may publish for the organisation right now.
     *
     * @throws HttpProblem 401 unless both factors were proven within 15 minutes; 403 unless a publisher of a verified
     *     organisation that is not suspended
     */
    @Transactional(TxType.NEVER)
    public Membership requirePublisher(UUID organisation) {
        requireTwoFactors(Proof.FRESH);
        Membership member = membershipIn(organisation)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_ALLOWED, "You are not a member of organisation " + organisation + "."));
        if (!member.roles().contains(Role.PUBLISHER)) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Publishing needs the role publisher. An owner can give it to you.");
        }
        if (!member.verified()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Your organisation is not verified yet. Until then it can draft only.");
        }
        if (member.suspended()) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED, "Your organisation is suspended. Ask the operator of this registry.");
        }
        return member;
    }

    /**
     * A member of an operator of this registry, who may publish for it right now.
     *
     * @throws HttpProblem as {@link #requirePublisher}; 403 for everybody who is in no operator
     */
    @Transactional(TxType.NEVER)
    public Membership requireOperator() {
        requireTwoFactors(Proof.FRESH);
        Membership operator = authority().organisations().stream()
                .filter(Membership::isOperator)
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_ALLOWED, "Only an operator of this registry may do this."));
        return requirePublisher(operator.id());
    }

    /** The person's own id, the same in every token. */
    public String subject() {
        return token.getSubject();
    }

    /** When the person, of whom two factors were required, proved them; all tokens of one session say the same. */
    public Instant signedInAt() {
        return Objects.requireNonNull(Proof.of(token).at());
    }

    /** @throws HttpProblem 403 unless the token was issued to that service itself */
    public void requireService(String client) {
        if (!client.equals(token.getClaim("azp"))) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "Only " + client + " may call this.");
        }
    }

    /** What the caller may do, unless all its sessions were ended after it had signed in. */
    private Authorizations authority() {
        Authorizations answer = authorizations.of(token.getSubject());
        Instant ended = answer.signedInAfter();
        if (ended != null) {
            StepUp.requireSignInAfter(ended, Proof.of(token), clock.instant());
        }
        return answer;
    }

    private void requireTwoFactors(Duration within) {
        StepUp.requireTwoFactors(Proof.of(token), within, clock.instant());
    }
}
