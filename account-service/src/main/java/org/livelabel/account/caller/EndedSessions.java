package org.livelabel.account.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When all sessions of a person were ended. A token of somebody who signed in before does not count any more. */
@ApplicationScoped
public class EndedSessions {
    private final EntityManager entityManager;

    EndedSessions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Empty if they never were. */
    public Optional<Instant> signedInAfter(UUID subject) {
        return entityManager
                .createNativeQuery("select signed_in_after from session_epoch where subject = :subject", Instant.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(moment -> (Instant) moment)
                .findFirst();
    }
}
