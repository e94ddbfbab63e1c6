package org.livelabel.registry.released;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.testing.Sql;

/** The log's tables as their owner fills them with entries that an earlier release wrote, past the service. */
final class LogTables {
    private static final String WITHHELD = "org.livelabel.content.withheld.v1";

    private LogTables() {}

    /** As before the first entry. Other tests in this process get a log of their own, before and after. */
    static void empty() throws SQLException {
        try (Connection connection = Sql.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String table : List.of("log.withheld", "log.entry", "log.blob")) {
                    statement.execute("alter table " + table + " disable trigger user");
                }
                statement.execute("truncate " + tables());
                for (String table : List.of("log.withheld", "log.entry", "log.blob")) {
                    statement.execute("alter table " + table + " enable trigger user");
                }
                statement.execute("insert into projection.position (next_index) values (0)");
                statement.execute("update log.head set size = 0, last_time = timestamptz '1970-01-01 00:00:00+00'");
            }
            connection.commit();
        }
    }

    /** Adds entries, the documents that they name, and what they withhold, in one transaction. Projections stay behind. */
    static void add(List<Line> entries, Map<String, byte[]> blobs) throws SQLException {
        try (Connection connection = Sql.connect()) {
            connection.setAutoCommit(false);
            for (Line entry : entries) {
                JsonNode event = entry.json();
                addBlobs(connection, event.get("data"), blobs);
                addEntry(connection, event, entry.bytes());
                if (event.get("type").asText().equals(WITHHELD)) {
                    withhold(connection, event);
                }
            }
            connection.commit();
        }
    }

    /** What is there, in order. */
    static List<Line> entries() throws SQLException {
        try (Connection connection = Sql.connect();
                ResultSet rows =
                        connection.createStatement().executeQuery("select event from log.entry order by index")) {
            List<Line> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new Line(rows.getBytes(1)));
            }
            return entries;
        }
    }

    /** Those that were not erased. */
    static Map<String, byte[]> blobs() throws SQLException {
        try (Connection connection = Sql.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select sha256, bytes from log.blob where bytes is not null")) {
            Map<String, byte[]> blobs = new LinkedHashMap<>();
            while (rows.next()) {
                blobs.put(rows.getString(1), rows.getBytes(2));
            }
            return blobs;
        }
    }

    /** Every row that is made from the log, by table. */
    static Map<String, List<String>> projections() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : Sql.list("select tablename from pg_tables where schemaname = 'projection'")) {
            rows.put(table, Sql.list("select t::text from projection." + table + " t order by 1"));
        }
        return rows;
    }

    /** Drafts are in no log: empty ones, so that products of earlier chapters can be published about. */
    static void makeDrafts() throws SQLException {
        Sql.execute("""
                insert into work.product (id, label_code, publisher_id, manufacturer_id, sort_name, draft_version,
                  published_version, created_at, updated_at)
                select id, label_code, publisher_id, manufacturer_id, '', 0, 0, now(), now()
                from projection.product""");
    }

    private static String tables() {
        return String.join(", ", Sql.list("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('log', 'projection', 'work') and tablename <> 'head'"""));
    }

    private static void addBlobs(Connection connection, JsonNode node, Map<String, byte[]> blobs) throws SQLException {
        if (node.has("sha256") && node.has("media_type")) {
            String sha256 = node.get("sha256").asText();
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into log.blob (sha256, media_type, bytes) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, sha256);
                insert.setString(2, node.get("media_type").asText());
                insert.setBytes(3, Objects.requireNonNull(blobs.get(sha256), sha256));
                insert.executeUpdate();
            }
        }
        for (JsonNode child : node) {
            addBlobs(connection, child, blobs);
        }
    }

    private static void addEntry(Connection connection, JsonNode event, byte[] bytes) throws SQLException {
        long index = Long.parseLong(event.get("id").asText());
        Timestamp time = Timestamp.from(Instant.parse(event.get("time").asText()));
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into log.entry (index, publication_id, type, subject, published_at, event)
                values (?, ?::uuid, ?, ?, ?, ?)""")) {
            insert.setLong(1, index);
            insert.setString(2, event.get("publicationid").asText());
            insert.setString(3, event.get("type").asText());
            insert.setString(4, event.get("subject").asText());
            insert.setTimestamp(5, time);
            insert.setBytes(6, bytes);
            insert.executeUpdate();
        }
        try (PreparedStatement head = connection.prepareStatement("update log.head set size = ?, last_time = ?")) {
            head.setLong(1, index + 1);
            head.setTimestamp(2, time);
            head.executeUpdate();
        }
    }

    private static void withhold(Connection connection, JsonNode event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log.withheld (sha256, reason) values (?, ?)")) {
            insert.setString(1, event.get("subject").asText().substring("blobs/".length()));
            insert.setString(2, event.at("/data/reason").asText());
            insert.executeUpdate();
        }
    }
}
