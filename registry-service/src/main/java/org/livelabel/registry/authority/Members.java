package org.livelabel.registry.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** What somebody may do who is not asking right now: who set a time at which something happens. */
@ApplicationScoped
public class Members {
    @Inject
    AuthorizationSource authorizations;

    /**
     * @param subject as in the person's tokens
     * @return empty if the person is no member any more
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if nobody can say
     */
    @ActivateRequestContext
    @Transactional(TxType.NEVER)
    public Optional<Membership> membershipOf(String subject, UUID organisation) {
        return authorizations.of(subject).organisations().stream()
                .filter(membership -> membership.id().equals(organisation))
                .findFirst();
    }
}
