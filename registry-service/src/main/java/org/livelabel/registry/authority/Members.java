package org.livelabel.registry.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** What somebody may do who is not asking right now: who set a time at which something happens. */
@ApplicationScoped
public class Members {
    private final AuthorizationSource authorizations;

    Members(AuthorizationSource authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * @param subject as in the person's tokens
     * @param signedInAt when the session began in which the person acted
     * @return empty if the person is no member any more
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if all the person's sessions were ended since; 503 if nobody can
     *     say
     */
    @ActivateRequestContext
    @Transactional(TxType.NEVER)
    public Optional<Membership> membershipOf(String subject, UUID organisation, Instant signedInAt) {
        Authorizations answer = authorizations.of(subject);
        if (answer.endedSessionsOf(signedInAt)) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "After this was set, all sessions of the person who set it were ended, as one does after a theft. Nobody"
                            + " knows who it really was. Set it again.");
        }
        return answer.organisations().stream()
                .filter(membership -> membership.id().equals(organisation))
                .findFirst();
    }
}
