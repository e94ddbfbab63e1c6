package org.livelabel.registry.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.OnlyHere;

/** A schedule is changed only by who holds its draft; putting it off is the exception, see {@link #postpone}. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {
    /**
     * @param id of this setting of a time
     * @param by the person who set it
     * @param signedInAt when that person had signed in, or set it
     * @param faults those of the attempts that something on our side made fail, nothing passing
     */
    record Due(UUID product, UUID id, @Nullable String by, Instant signedInAt, int attempts, int faults) {
        private static Due of(Schedule row) {
            return new Due(
                    row.productId,
                    row.scheduleId,
                    row.scheduledBy,
                    row.signedInAt == null ? row.scheduledAt : row.signedInAt,
                    row.attempts,
                    row.faults);
        }
    }

    /** The first one whose time has come and whose last attempt is long enough ago. Nothing is locked. */
    @Transactional
    Optional<Due> nextDue(Instant now) {
        return find(
                        "state = 'waiting' and publishAt <= ?1 and (nextAttemptAt is null or nextAttemptAt <= ?1)"
                                + " order by publishAt, productId",
                        now)
                .firstResultOptional()
                .map(Due::of);
    }

    /** Those that wait for their time with one of these texts, set since a moment. */
    @SuppressWarnings("unchecked")
    Set<UUID> saying(OnlyHere texts, Instant since) {
        return Set.copyOf((List<UUID>) getEntityManager()
                .createNativeQuery("""
                        select product_id from work.schedule where scheduled_at >= ?2
                          and exists (select from unnest(?1) text where position(text in content) > 0)""", UUID.class)
                .setParameter(1, texts.toArray())
                .setParameter(2, since)
                .getResultList());
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
