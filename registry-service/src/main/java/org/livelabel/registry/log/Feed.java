package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the log's bytes in order. */
@ApplicationScoped
class Feed {
    @Inject
    EntityManager entityManager;

    @Transactional
    List<byte[]> after(long index, int limit) {
        return entityManager
                .createQuery(
                        "select e.event from LogEntry e where e.logIndex > :index order by e.logIndex", byte[].class)
                .setParameter("index", index)
                .setMaxResults(limit)
                .getResultList();
    }
}
