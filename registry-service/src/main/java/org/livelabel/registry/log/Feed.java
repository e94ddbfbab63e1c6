package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads the log's bytes in order. */
@ApplicationScoped
class Feed {
    private final EntryRows entries;
    private final PublicationLog log;

    Feed(EntryRows entries, PublicationLog log) {
        this.entries = entries;
        this.log = log;
    }

    @Transactional
    FeedPage after(long index) {
        return FeedPage.of(entries.eventsAfter(index, FeedPage.FULL));
    }

    /** The index of the last entry; -1 before the first. */
    @Transactional
    long last() {
        return log.size() - 1;
    }
}
