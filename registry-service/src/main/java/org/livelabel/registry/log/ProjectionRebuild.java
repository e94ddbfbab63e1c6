package org.livelabel.registry.log;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes the projections from the log again. One transaction: readers see the old rows until all the new ones are there,
 * and publishers wait.
 */
@ApplicationScoped
public class ProjectionRebuild {
    private static final int PAGE = 500;

    private final PublicationLog log;
    private final EntryRows entries;
    private final HeadRows head;
    private final EntryLines lines;
    private final List<Projection> projections;

    ProjectionRebuild(
            PublicationLog log, EntryRows entries, HeadRows head, EntryLines lines, @All List<Projection> projections) {
        this.log = log;
        this.entries = entries;
        this.head = head;
        this.lines = lines;
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
        OptionalLong unseen = head.unseen();
        if (unseen.isEmpty()) {
            return fromTheStart(size);
        }
        long next = unseen.getAsLong();
        return next == size ? 0 : replay(next, size);
    }

    private long fromTheStart(long size) {
        projections.forEach(Projection::clear);
        head.nothingSeen();
        return replay(0, size);
    }

    private long replay(long from, long size) {
        long next = from;
        while (next < size) {
            List<LogEntry> page = entries.after(next - 1, PAGE);
            List<Publication> publications =
                    page.stream().map(lines::read).flatMap(Optional::stream).toList();
            projections.forEach(projection -> projection.applyAll(publications));
            next = page.getLast().logIndex() + 1;
        }
        head.seen(size);
        if (size > from) {
            Log.infof("projections made from entries %d to %d", from, size - 1);
        }
        return size - from;
    }
}
