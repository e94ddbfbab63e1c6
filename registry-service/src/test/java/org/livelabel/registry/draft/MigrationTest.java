package org.livelabel.registry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.livelabel.postgres.Database;

/** Drafts and schedules that an earlier release wrote, ugly ones among them. */
class MigrationTest {
    @Test
    void whatAnEarlierReleaseWroteIsTakenAlong() throws SQLException {
        Database database = Database.forTests("registry");
        migrate(database, "2026112215");
        execute(database, product("1", "null", "empty"));
        execute(
                database,
                product("2", "'{\"identity\":{\"name\":\"Plain \\u00fc\",\"category\":\"camera\"}}'", "plain"));
        execute(
                database,
                product(
                        "3",
                        "'{\"identity\":{\"name\":\"With NUL\",\"category\":\"lock\"},"
                                + "\"disclosure\":{\"a\":\"\\u0000\",\"b\":\"\\\\u0000\"}}'",
                        "nul"));
        execute(database, schedule("2", "waiting"));
        execute(database, schedule("3", "published"));

        migrate(database, null);

        assertThat(rows(database, "select name || '/' || category from work.product order by id"))
                .containsExactly(null, "Plain ü/camera", "With NUL/lock");
        assertThat(rows(database, "select content from work.schedule order by product_id"))
                .containsExactly("{}", null);
    }

    private static void migrate(Database database, String target) {
        var flyway = Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password())
                .placeholders(Map.of("app", database.application().user()));
        (target == null ? flyway : flyway.target(target)).load().migrate();
    }

    private static String product(String id, String content, String name) {
        return "insert into work.product (id, label_code, publisher_id, manufacturer_id, sort_name, content, draft_version,"
                + " published_version, created_at, updated_at) values ('00000000-0000-0000-0000-00000000000" + id
                + "', '"
                + id + "', gen_random_uuid(), gen_random_uuid(), '" + name + "', " + content + ", 0, 0, now(), now())";
    }

    private static String schedule(String product, String state) {
        return "insert into work.schedule (product_id, publish_at, state, content, draft_version, scheduled_at) values"
                + " ('00000000-0000-0000-0000-00000000000" + product + "', now(), '" + state + "', '{}', 1, now())";
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> rows(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var found = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
