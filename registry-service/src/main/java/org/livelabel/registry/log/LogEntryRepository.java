package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class LogEntryRepository implements PanacheRepositoryBase<LogEntry, Long> {
    List<LogEntry> after(long index, int limit) {
        return find("logIndex > ?1", Sort.by("logIndex"), index).page(0, limit).list();
    }

    List<LogEntry> of(String subject, Instant before) {
        return list("subject = ?1 and publishedAt < ?2", Sort.by("logIndex"), subject, before);
    }

    List<LogEntry> of(String subject, long last) {
        return list("subject = ?1 and logIndex <= ?2", Sort.by("logIndex"), subject, last);
    }

    /** Reads the whole log up to there: no index is kept for something that happens a few times a year. */
    List<String> subjectsNaming(String text, long last) {
        return getEntityManager()
                .createNativeQuery("""
                        select distinct subject from log.entry
                        where index <= ?1 and position(convert_to(?2, 'UTF8') in event) > 0""", String.class)
                .setParameter(1, last)
                .setParameter(2, text)
                .getResultList();
    }
}
