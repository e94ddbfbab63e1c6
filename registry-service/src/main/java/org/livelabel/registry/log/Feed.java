package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Reads the log's bytes in order. */
@ApplicationScoped
class Feed {
    private final EntityManager entityManager;
    private final PublicationLog log;

    Feed(EntityManager entityManager, PublicationLog log) {
        this.entityManager = entityManager;
        this.log = log;
    }

    @Transactional
    FeedPage after(long index) {
        return FeedPage.of(entityManager
                .createQuery(
                        "select e.event from LogEntry e where e.logIndex > :index order by e.logIndex", byte[].class)
                .setParameter("index", index)
                .setMaxResults(FeedPage.FULL)
                .getResultList());
    }

    /** The index of the last entry; -1 before the first. */
    @Transactional
    long last() {
        return log.size() - 1;
    }
}
