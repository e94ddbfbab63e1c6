package org.livelabel.account.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** How often all sessions of a person were ended. */
@ApplicationScoped
class SessionEpochs {
    @Inject
    EntityManager entityManager;

    int of(UUID subject) {
        return entityManager
                .createNativeQuery("select epoch from session_epoch where subject = :subject", Integer.class)
                .setParameter("subject", subject)
                .getResultStream()
                .mapToInt(epoch -> (Integer) epoch)
                .findFirst()
                .orElse(0);
    }
}
