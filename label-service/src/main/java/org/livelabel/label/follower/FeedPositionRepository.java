package org.livelabel.label.follower;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class FeedPositionRepository implements PanacheRepositoryBase<FeedPosition, Short> {
    Optional<FeedPosition> current() {
        return findByIdOptional(FeedPosition.ONLY);
    }

    /** Held to commit: of two replicas that read the same entries, the second finds them applied. */
    Optional<FeedPosition> lock() {
        return findByIdOptional(FeedPosition.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}
