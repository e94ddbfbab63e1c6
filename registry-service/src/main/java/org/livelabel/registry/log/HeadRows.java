package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** How long the log is, and how much of it the projections have seen: one row each. */
@ApplicationScoped
class HeadRows {
    private final Sql sql;

    HeadRows(Sql sql) {
        this.sql = sql;
    }

    /** @param size the index of the next entry */
    record Head(long size, Instant lastTime) {}

    /** Held until the transaction ends. */
    Head lock() {
        return sql.list("select size, last_time from log.head for update", row -> new Head(row.number(), row.moment()))
                .getFirst();
    }

    long size() {
        return sql.list("select size from log.head", Row::number).getFirst();
    }

    /** The projections have seen what was added. */
    void move(Head head) {
        sql.execute("update log.head set size = ?, last_time = ?", head.size(), head.lastTime());
        sql.execute("update projection.position set next_index = ?", head.size());
    }

    /** The first entry that the projections have not seen; empty if they have to be made from the start. */
    OptionalLong unseen() {
        return sql.list("select next_index from projection.position", Row::number).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void nothingSeen() {
        sql.execute("delete from projection.position");
    }

    void seen(long size) {
        sql.execute(
                "insert into projection.position (singleton, next_index) values (true, ?)"
                        + " on conflict (singleton) do update set next_index = excluded.next_index",
                size);
    }
}
