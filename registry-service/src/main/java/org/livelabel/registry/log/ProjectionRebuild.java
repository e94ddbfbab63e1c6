package org.livelabel.registry.log;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Makes the projections from the log again. One transaction: readers see the old rows until all the new ones are there,
 * and publishers wait.
 */
@ApplicationScoped
public class ProjectionRebuild {
    private static final int PAGE = 500;

    private final PublicationLog log;
    private final LogEntryRepository entries;
    private final Lines lines;
    private final EntityManager entityManager;
    private final List<Projection> projections;

    ProjectionRebuild(
            PublicationLog log,
            LogEntryRepository entries,
            Lines lines,
            EntityManager entityManager,
            @All List<Projection> projections) {
        this.log = log;
        this.entries = entries;
        this.lines = lines;
        this.entityManager = entityManager;
        this.projections = projections;
    }

    /** @return how many entries were read */
    @Transactional
    @TransactionConfiguration(timeout = 7200)
    public long rebuild() {
        return fromTheStart(log.lockHead().size());
    }

    /** Reads what the projections have not seen: all of it after a migration made their tables anew, usually nothing. */
    @Transactional
    @TransactionConfiguration(timeout = 7200)
    public long catchUp() {
        long size = log.lockHead().size();
        List<?> position = entityManager
                .createNativeQuery("select next_index from projection.position")
                .getResultList();
        if (position.isEmpty()) {
            return fromTheStart(size);
        }
        long next = ((Number) position.getFirst()).longValue();
        return next == size ? 0 : replay(next, size);
    }

    private long fromTheStart(long size) {
        projections.forEach(Projection::clear);
        entityManager.createNativeQuery("delete from projection.position").executeUpdate();
        return replay(0, size);
    }

    private long replay(long from, long size) {
        long next = from;
        while (next < size) {
            List<LogEntry> page = entries.after(next - 1, PAGE);
            List<Publication> publications =
                    page.stream().map(lines::read).flatMap(Optional::stream).toList();
            projections.forEach(projection -> projection.applyAll(publications));
            next = page.getLast().logIndex + 1;
            entityManager.flush();
            entityManager.clear();
        }
        entityManager
                .createNativeQuery("insert into projection.position (singleton, next_index) values (true, ?1)"
                        + " on conflict (singleton) do update set next_index = excluded.next_index")
                .setParameter(1, size)
                .executeUpdate();
        if (size > from) {
            Log.infof("projections made from entries %d to %d", from, size - 1);
        }
        return size - from;
    }
}
