package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    List<LogEntry> of(String subject, Collection<String> types, Instant before) {
        return list("subject = ?1 and type in ?2 and publishedAt < ?3", Sort.by("logIndex"), subject, types, before);
    }

    /** The newest first. */
    List<LogEntry> latest(String subject, Collection<String> types, int limit) {
        return find("subject = ?1 and type in ?2", Sort.descending("logIndex"), subject, types)
                .page(0, limit)
                .list();
    }

    /** Null if there is none. */
    @Nullable Long lastIndex(String subject, Collection<String> types, Instant before) {
        return getEntityManager()
                .createQuery(
                        "select max(e.logIndex) from LogEntry e"
                                + " where e.subject = :subject and e.type in :types and e.publishedAt < :before",
                        Long.class)
                .setParameter("subject", subject)
                .setParameter("types", types)
                .setParameter("before", before)
                .getSingleResultOrNull();
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
