package org.livelabel.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, UUID> {
    private static final int LINES_FORGOTTEN_AT_ONCE = 5000;

    private static final String UNFINISHED = "select * from work.import where state in ('accepted', 'running')";

    /**
     * The oldest import with lines to do that is not put off and that nobody else is working on, held to the end of the
     * transaction.
     */
    @SuppressWarnings("unchecked")
    Optional<Import> claimNext(Instant now) {
        List<Import> found = getEntityManager()
                .createNativeQuery(
                        UNFINISHED + " and (next_attempt_at is null or next_attempt_at <= ?1)"
                                + " order by created_at limit 1 for update skip locked",
                        Import.class)
                .setParameter(1, now)
                .getResultList();
        return found.stream().findFirst();
    }

    /** This one, if it has lines to do and nobody else is working on it. */
    @SuppressWarnings("unchecked")
    Optional<Import> claim(UUID id) {
        List<Import> found = getEntityManager()
                .createNativeQuery(UNFINISHED + " and id = ?1 for update skip locked", Import.class)
                .setParameter(1, id)
                .getResultList();
        return found.stream().findFirst();
    }

    /** These publishers' imports that have lines to do, held to the end of the transaction. */
    void hold(Set<UUID> publishers) {
        getEntityManager()
                .createNativeQuery("select 1 from work.import where publisher_id = any(?1) and state <> 'finished'"
                        + " order by id for update")
                .setParameter(1, publishers.toArray(UUID[]::new))
                .getResultList();
    }

    /** Of these those that began after a moment; an exception if somebody holds one of them. */
    void holdIfFree(Set<UUID> publishers, Instant moment) {
        getEntityManager()
                .createNativeQuery("select 1 from work.import where publisher_id = any(?1) and state <> 'finished'"
                        + " and created_at >= ?2 order by id for update nowait")
                .setParameter(1, publishers.toArray(UUID[]::new))
                .setParameter(2, moment)
                .getResultList();
    }

    /**
     * Forgets some lines of an import that finished before then, and the import with the last of them.
     *
     * @return false if there is none
     */
    @Transactional
    boolean forgetSomeOf(Instant before) {
        Optional<Import> old = find("state = ?1 and finishedAt < ?2", ImportState.FINISHED.wireName(), before)
                .firstResultOptional();
        old.ifPresent(found -> {
            int lines = getEntityManager()
                    .createNativeQuery("delete from work.import_row where ctid = any(array("
                            + "select ctid from work.import_row where import_id = ?1 limit ?2))")
                    .setParameter(1, found.id)
                    .setParameter(2, LINES_FORGOTTEN_AT_ONCE)
                    .executeUpdate();
            if (lines < LINES_FORGOTTEN_AT_ONCE) {
                delete(found);
            }
        });
        return old.isPresent();
    }

    void advance(Import job) {
        update(
                "state = ?1, done = ?2, finishedAt = ?3, attempts = 0, nextAttemptAt = null where id = ?4",
                job.state,
                job.done,
                job.finishedAt,
                job.id);
    }
}
