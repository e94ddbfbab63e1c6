package org.livelabel.registry.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database as its owner sees it, past the service. */
public final class Sql {
    private Sql() {}

    public static Connection connect() throws SQLException {
        var owner = Peers.database().owner();
        return DriverManager.getConnection(Peers.database().jdbcUrl(), owner.user(), owner.password());
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

    /** How many sessions of the service wait for a lock. */
    public static int waiting() {
        return Integer.parseInt(one("select count(distinct pid) from pg_locks where not granted"));
    }
}
