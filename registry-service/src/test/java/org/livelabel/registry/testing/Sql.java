package org.livelabel.registry.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database as its owner sees it, past the service. */
public final class Sql {
    private Sql() {}

    public static Connection connect() throws SQLException {
        return Peers.database().connect();
    }

    /** A transaction that stays open until the connection is closed, and then is rolled back. */
    public static Connection begin(String sql) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute(sql);
        return connection;
    }

    public static int execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return connection.createStatement().executeUpdate(sql);
        }
    }

    /** The first column of every row. */
    public static List<String> list(String sql) {
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String one(String sql) {
        return list(sql).getFirst();
    }

    /** How many sessions wait for a lock in this database; the server has others too. */
    public static int waiting() {
        return waitingFor(Duration.ZERO);
    }

    /** How many have waited for longer than this. */
    public static int waitingFor(Duration time) {
        return Integer.parseInt(one("select count(distinct pid) from pg_locks join pg_stat_activity using (pid)"
                + " where not granted and datname = current_database()"
                + " and (coalesce(waitstart, clock_timestamp()) <= clock_timestamp() - interval '" + time.toMillis()
                + " ms')"));
    }
}
