package org.livelabel.registry.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule is changed only by who holds its draft; putting it off is the exception, see {@link #postpone}. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {
    /**
     * @param id of this setting of a time
     * @param by the person who set it
     * @param signedInAt when that person had signed in, or set it
     * @param faults those of the attempts that something on our side made fail, nothing passing
     */
    record Due(
            UUID product, UUID id, @Nullable String by, Instant signedInAt, UUID publisher, int attempts, int faults) {}

    /** The first one whose time has come and whose last attempt is long enough ago. Nothing is locked. */
    @Transactional
    Optional<Due> nextDue(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select s.productId, s.scheduleId, s.scheduledBy, coalesce(s.signedInAt, s.scheduledAt),"
                                + " d.publisherId, s.attempts, s.faults"
                                + " from Schedule s join Draft d on d.id = s.productId"
                                + " where s.state = 'waiting' and s.publishAt <= :now"
                                + " and (s.nextAttemptAt is null or s.nextAttemptAt <= :now)"
                                + " order by s.publishAt, s.productId",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new Due(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (Instant) row[3],
                        (UUID) row[4],
                        (int) row[5],
                        (int) row[6]));
    }

    /**
     * Another attempt later; false if it has ended or was set anew meanwhile, or somebody is at it right now. The draft is not
     * held: this transaction takes this one row, if it is free, and so neither waits for anybody nor lets anybody wait long.
     *
     * @param faults 1 if the attempt failed because of a fault of ours
     */
    @Transactional
    boolean postpone(Due due, Instant until, int faults) {
        return getEntityManager()
                        .createNativeQuery("""
                                update work.schedule set attempts = attempts + 1, faults = faults + ?4, next_attempt_at = ?3
                                where product_id = (select product_id from work.schedule
                                    where product_id = ?1 and schedule_id = ?2 and state = 'waiting'
                                    for update skip locked)""")
                        .setParameter(1, due.product())
                        .setParameter(2, due.id())
                        .setParameter(3, until)
                        .setParameter(4, faults)
                        .executeUpdate()
                == 1;
    }

    boolean isWaiting(UUID product) {
        return findByIdOptional(product).filter(Schedule::isWaiting).isPresent();
    }
}
