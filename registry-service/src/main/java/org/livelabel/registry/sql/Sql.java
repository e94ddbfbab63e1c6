package org.livelabel.registry.sql;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the transaction at hand, for gateways: classes named …Rows, which alone know a table. Each question mark of a
 * statement is a value: a text, a number, a flag, a {@link UUID}, a day, a moment, bytes, null, or an array of texts or ids for
 * {@code = any(?)}, of which the database makes one plan, however many there are.
 *
 * <p>The session is not written out before: no entity is a row of these tables.
 */
@Singleton
public class Sql {
    /** Not a cast, which has two colons. */
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]\\w*)");

    private final Session session;

    Sql(Session session) {
        this.session = session;
    }

    /** Makes what is wanted of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                set(select, values);
                List<T> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(reader.read(new Row(rows)));
                    }
                }
                return found;
            }
        });
    }

    /** @param named the values by their names: a statement that is put together says {@code :name} where one belongs */
    public <T> List<T> list(String sql, Reader<T> reader, Map<String, ?> named) {
        List<@Nullable Object> values = new ArrayList<>();
        String marked = NAME.matcher(sql).replaceAll(name -> {
            values.add(Objects.requireNonNull(named.get(name.group(1)), name.group()));
            return "?";
        });
        return list(marked, reader, values.toArray());
    }

    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** @return how many rows were written or removed */
    public int execute(String sql, @Nullable Object... values) {
        return session.doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    /** Waits for whoever holds the same number, and holds it to the end of the transaction. */
    public void lock(long number) {
        list("select pg_advisory_xact_lock(?)", row -> number, number);
    }

    /** The same statement for each row, in one trip to the database; nothing if there are none. */
    public <T> void executeAll(String sql, Collection<T> rows, Function<T, @Nullable Object[]> values) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (T row : rows) {
                    set(statement, values.apply(row));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, forTheDriver(statement, values[i]));
        }
    }

    private static @Nullable Object forTheDriver(PreparedStatement statement, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case UUID[] ids -> array(statement, "uuid", ids);
            case String[] texts -> array(statement, "text", texts);
            default -> value;
        };
    }

    private static Array array(PreparedStatement statement, String type, Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values);
    }
}
