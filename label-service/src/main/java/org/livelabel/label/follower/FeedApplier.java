package org.livelabel.label.follower;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livelabel.label.projection.Entry;
import org.livelabel.label.projection.Projection;

/** Applies a batch of entries and moves the position, both in one transaction. */
@ApplicationScoped
class FeedApplier {
    private final FeedPositionRepository positions;
    private final Projection projection;
    private final EntityManager entityManager;

    FeedApplier(FeedPositionRepository positions, Projection projection, EntityManager entityManager) {
        this.positions = positions;
        this.projection = projection;
        this.entityManager = entityManager;
    }

    /** @param lastIndex -1 if nothing was read yet */
    record Position(long lastIndex, boolean caughtUp) {}

    @Transactional
    Position position() {
        return positions
                .current()
                .map(p -> new Position(p.lastIndex, p.caughtUp))
                .orElse(new Position(-1, false));
    }

    /**
     * @param documents the documents that the entries name and that were not here yet; empty where withheld
     * @return the last index that is applied now
     * @throws FeedBrokenException if an entry is missing, comes from another log or cannot be read; nothing is applied
     */
    @Transactional
    long apply(List<Entry> entries, Map<String, Optional<byte[]>> documents) {
        FeedPosition position = positions.lock().orElse(null);
        projection.keep(documents);
        long last = position == null ? -1 : position.lastIndex;
        for (Entry entry : entries) {
            if (entry.index() <= last) {
                continue;
            }
            if (entry.index() != last + 1) {
                throw new FeedBrokenException(
                        "feed gap: entry " + (last + 1) + " is missing, " + entry.index() + " came in its place");
            }
            if (position == null) {
                position = first(entry);
            } else if (!entry.source().equals(position.source)) {
                throw new FeedBrokenException("the log's origin changed from " + position.source + " to "
                        + entry.source() + " at entry " + entry.index());
            }
            applyOne(entry);
            last = entry.index();
        }
        if (position != null) {
            position.lastIndex = last;
            positions.persist(position);
        }
        return last;
    }

    /** Remembers that the end of the log was reached, so that an unknown product is unknown indeed. */
    @Transactional
    void caughtUp() {
        positions.lock().ifPresent(p -> p.caughtUp = true);
    }

    @Transactional
    void forgetEverything() {
        // the one statement here that grows with the log
        entityManager.createNativeQuery("set local statement_timeout = '10min'").executeUpdate();
        positions.deleteAll();
        projection.forgetEverything();
    }

    private void applyOne(Entry entry) {
        try {
            projection.apply(entry);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FeedBrokenException("entry " + entry.index() + " cannot be applied: " + e.getMessage(), e);
        }
    }

    private static FeedPosition first(Entry entry) {
        FeedPosition position = new FeedPosition();
        position.id = FeedPosition.ONLY;
        position.source = entry.source();
        position.caughtUp = false;
        return position;
    }
}
