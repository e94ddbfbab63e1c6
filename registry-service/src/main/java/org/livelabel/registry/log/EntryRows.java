package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** The log itself, which is only ever added to: the database refuses anything else. */
@ApplicationScoped
class EntryRows {
    private static final String COLUMNS = "index, publication_id, type, subject, published_at, event";

    private final Sql sql;

    EntryRows(Sql sql) {
        this.sql = sql;
    }

    void add(List<LogEntry> entries) {
        sql.executeAll(
                "insert into log.entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)", entries, entry -> new Object[] {
                    entry.logIndex(),
                    entry.publicationId(),
                    entry.type(),
                    entry.subject(),
                    entry.publishedAt(),
                    entry.event()
                });
    }

    List<LogEntry> after(long index, int limit) {
        return list("where index > ? order by index limit ?", index, limit);
    }

    /** The same as they were published, and nothing else of them. */
    List<byte[]> eventsAfter(long index, int limit) {
        return sql.list("select event from log.entry where index > ? order by index limit ?", Row::bytes, index, limit);
    }

    List<LogEntry> of(String subject, Instant before) {
        return list("where subject = ? and published_at < ? order by index", subject, before);
    }

    List<LogEntry> of(String subject, long last) {
        return list("where subject = ? and index <= ? order by index", subject, last);
    }

    List<LogEntry> of(String subject, Collection<String> types, Instant before) {
        return list(
                "where subject = ? and type = any(?) and published_at < ? order by index",
                subject,
                types.toArray(String[]::new),
                before);
    }

    /** The newest first. */
    List<LogEntry> latest(String subject, Collection<String> types, int limit) {
        return list(
                "where subject = ? and type = any(?) order by index desc limit ?",
                subject,
                types.toArray(String[]::new),
                limit);
    }

    /** Null if there is none. */
    @Nullable Long lastIndex(String subject, Collection<String> types, Instant before) {
        return sql.first(
                        "select index from log.entry where subject = ? and type = any(?) and published_at < ?"
                                + " order by index desc limit 1",
                        Row::number,
                        subject,
                        types.toArray(String[]::new),
                        before)
                .orElse(null);
    }

    /** Reads the whole log between the two: no index is kept for something that happens a few times a year. */
    List<String> subjectsNaming(String text, long after, long last) {
        return sql.list(
                "select distinct subject from log.entry"
                        + " where index > ? and index <= ? and position(convert_to(?, 'UTF8') in event) > 0",
                Row::text,
                after,
                last,
                text);
    }

    /** Of these subjects' entries after that one. */
    List<UUID> publishersOf(Collection<String> subjects, long after) {
        return sql.list("""
                select distinct cast(unnest(array[event ->> 'publisher', event ->> 'manufacturer']) as uuid)
                from (select cast(convert_from(event, 'UTF8') as json) as event from log.entry
                  where subject = any(?) and index > ?) said""", Row::id, subjects.toArray(String[]::new), after);
    }

    private List<LogEntry> list(String which, Object... values) {
        return sql.list("select " + COLUMNS + " from log.entry " + which, EntryRows::entry, values);
    }

    private static LogEntry entry(Row row) throws SQLException {
        return new LogEntry(row.number(), row.id(), row.text(), row.text(), row.moment(), row.bytes());
    }
}
