package org.livelabel.registry.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {
    /** The first one whose time has come and that nobody else is working on, held to the end of the transaction. */
    @SuppressWarnings("unchecked")
    Optional<Schedule> claimDue(Instant now) {
        List<Schedule> found = getEntityManager()
                .createNativeQuery(
                        "select * from work.schedule where state = 'waiting' and publish_at <= ?1"
                                + " order by publish_at, product_id limit 1 for update skip locked",
                        Schedule.class)
                .setParameter(1, now)
                .getResultList();
        return found.stream().findFirst();
    }

    boolean isWaiting(UUID product) {
        return findByIdOptional(product).filter(Schedule::isWaiting).isPresent();
    }
}
