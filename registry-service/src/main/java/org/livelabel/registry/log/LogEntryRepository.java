package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** Reads the whole log between the two: no index is kept for something that happens a few times a year. */
    List<String> subjectsNaming(String text, long after, long last) {
        return getEntityManager()
                .createNativeQuery("""
                        select distinct subject from log.entry
                        where index > ?3 and index <= ?1 and position(convert_to(?2, 'UTF8') in event) > 0""", String.class)
                .setParameter(1, last)
                .setParameter(2, text)
                .setParameter(3, after)
                .getResultList();
    }

    /** Of these subjects' entries after that one. */
    List<UUID> publishersOf(Collection<String> subjects, long after) {
        return getEntityManager()
                .createNativeQuery("""
                        select distinct cast(unnest(array[event ->> 'publisher', event ->> 'manufacturer']) as uuid)
                        from (select cast(convert_from(event, 'UTF8') as json) as event from log.entry
                          where subject = any(?1) and index > ?2) said""", UUID.class)
                .setParameter(1, subjects.toArray(String[]::new))
                .setParameter(2, after)
                .getResultList();
    }
}
