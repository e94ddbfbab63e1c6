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
}
