package org.livelabel.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.Stack;

/** Makes a registry large: copies of the sample devices are published behind the service's back, in the log's own format. */
final class Copies {
    private final Stack stack;
    private int count;

    Copies(Stack stack) throws SQLException {
        this.stack = stack;
        execute(Tool.resource("devices.sql"));
    }

    int count() {
        return count;
    }

    /**
     * Adds copies until there are so many, and makes the projections anew. The service runs on meanwhile.
     *
     * @return entries of the log that were read for it in a second
     */
    double growTo(int wanted) throws SQLException {
        execute(Tool.resource("copies.sql").formatted(count + 1, wanted));
        count = wanted;
        long before = System.nanoTime();
        stack.run(ServiceName.REGISTRY, "rebuild-projections");
        double seconds = (System.nanoTime() - before) / 1e9;
        // as autovacuum would in time; nobody measures a table in the minute in which it grew tenfold
        execute("vacuum analyze");
        return Long.parseLong(strings("select size from log.head").getFirst()) / seconds;
    }

    List<String> gtins(int limit) throws SQLException {
        return strings(
                "select gtin from projection.gtin_period where gtin like '0952900%' order by random() limit " + limit);
    }

    List<String> strings(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    /** Several statements are one transaction. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return stack.postgres().connect(stack.database(ServiceName.REGISTRY).name());
    }
}
