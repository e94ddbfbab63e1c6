package org.livelabel.registry.sql;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;

/** Counts what is asked of the database past Hibernate, whose own statistics know nothing of it. */
@Alternative
@Priority(1)
@Singleton
public class CountedSql extends Sql {
    private long statements;
    private String watched = "";
    private long rows;

    CountedSql(Session session) {
        super(session);
    }

    public synchronized long statements() {
        return statements;
    }

    /** From now on the rows are counted that are read in statements about a table. */
    public synchronized void watch(String table) {
        watched = table;
        rows = 0;
    }

    /** How many these were since this was asked last. */
    public synchronized long rowsRead() {
        long read = rows;
        rows = 0;
        return read;
    }

    @Override
    public <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        List<T> found = super.list(sql, reader, values);
        count(sql, found.size());
        return found;
    }

    @Override
    public int execute(String sql, Object... values) {
        count(sql, 0);
        return super.execute(sql, values);
    }

    @Override
    public <T> void executeAll(String sql, Collection<T> all, Function<T, Object[]> values) {
        count(sql, 0);
        super.executeAll(sql, all, values);
    }

    private synchronized void count(String sql, long read) {
        statements++;
        if (!watched.isEmpty() && sql.contains(watched)) {
            rows += read;
        }
    }
}
