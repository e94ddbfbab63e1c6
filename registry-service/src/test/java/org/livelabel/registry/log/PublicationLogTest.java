package org.livelabel.registry.log;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Scrape;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.Login;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class PublicationLogTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    Flyway flyway;

    @Inject
    PublicationLog log;

    @Inject
    LogMetrics metrics;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void manyWritersAtOnceLeaveNoGapAndNoReaderMissesOne() throws Exception {
        long before = size();
        List<Maker> makers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            makers.add(Maker.verified());
        }
        try (var pool = Executors.newFixedThreadPool(9)) {
            CompletableFuture<List<Long>> reader =
                    CompletableFuture.supplyAsync(() -> follow(before, 8 + 8 * 10), pool);
            List<CompletableFuture<Void>> writers = makers.stream()
                    .map(maker -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 10; i++) {
                                    maker.published(Drafts.identityOnly("P" + i));
                                }
                            },
                            pool))
                    .toList();
            writers.forEach(CompletableFuture::join);

            List<Long> seen = reader.join();

            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(before + i);
            }
        }
    }

    @Test
    void timeNeverGoesBackInTheLog() {
        TestClock.set(Instant.now().plusSeconds(30));
        String later = lastTimeOf(Maker.verified());
        TestClock.reset();
        String earlier = lastTimeOf(Maker.verified());

        assertThat(earlier).isGreaterThanOrEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log.entry set type = 'x'",
                "delete from log.entry",
                "truncate log.entry",
                "update log.blob set media_type = 'x'",
                "delete from log.blob",
                "truncate log.blob cascade"
            })
    void nobodyEditsWhatWasPublished(String sql) {
        Maker.verified();
        Database database = Peers.database();

        assertThatThrownBy(() -> execute(database, database.application(), sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(database, database.owner(), sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void theApplicationCannotAlterTables() {
        Database database = Peers.database();

        assertThatThrownBy(() -> execute(database, database.application(), "alter table log.entry disable trigger all"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(database, database.application(), "create table log.more (x int)"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void migratingTwiceChangesNothing() {
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        flyway.validate();
    }

    @Test
    void theFeedSendsTheStoredBytesInOrderAndWaitsForMore() throws Exception {
        Maker.verified();
        long last = size() - 1;
        CompletableFuture<Response> waiting =
                CompletableFuture.supplyAsync(() -> get("/v1/feed?lastEventId=%012d&timeout=20000".formatted(last)));

        Maker.verified();

        Response response = waiting.join();
        assertThat(response.contentType()).startsWith("application/cloudevents-batch+json");
        JsonNode batch = mapper.readTree(response.asString());
        assertThat(batch.get(0).get("id").asText()).isEqualTo("%012d".formatted(last + 1));
        assertThat(response.asString()).contains(stored(last + 1));
    }

    @Test
    void anEmptyFeedAnswersAfterTheTimeoutAndBadParametersAreExplained() {
        String end = "%012d".formatted(size() + 1_000_000);

        assertThat(get("/v1/feed?lastEventId=" + end + "&timeout=50").asString())
                .isEqualTo("[]");
        assertThat(get("/v1/feed?lastEventId=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/v1/feed?timeout=-1").<String>path("violations[0].field"))
                .isEqualTo("timeout");
    }

    @Test
    void aFullPageNamesTheWholeAddressOfTheNext() {
        var page = FeedResource.response(255, new FeedPage(FeedPage.FULL, new byte[0]));

        assertThat(page.getHeaderString("Link"))
                .isEqualTo("<https://registry.test/v1/feed?lastEventId=000000000511>; rel=\"next\"");
    }

    @Test
    void aBlobIsServedSoThatNoBrowserRunsItAndOnlyIfAPublicationNamesIt() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        String sha256 = get("/v1/products/" + product).path("disclosure.document.sha256");

        Response blob = get("/v1/blobs/" + sha256);

        assertThat(blob.statusCode()).isEqualTo(200);
        assertThat(blob.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(blob.header("Content-Disposition")).startsWith("attachment");
        assertThat(blob.header("Content-Security-Policy")).contains("sandbox");
        assertThat(blob.header("Cache-Control")).contains("immutable");
        assertThat(given().header("If-None-Match", blob.header("ETag"))
                        .get("/v1/blobs/" + sha256)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/v1/blobs/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(get("/v1/blobs/..%2f..%2fetc").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPublishedIsMeasured() {
        Maker maker = Maker.verified();
        Scrape before = Scrape.of(management.toString());

        maker.published(Drafts.identityOnly("Counted"));

        Scrape after = Scrape.of(management.toString());
        String type = "type=\"org.livelabel.product.registered.v1\"";
        assertThat(after.sum("livelabel_publications_total", type))
                .isEqualTo(before.sum("livelabel_publications_total", type) + 1);
        assertThat(after.sum("livelabel_append_entries_count"))
                .isEqualTo(before.sum("livelabel_append_entries_count") + 1);
        assertThat(after.sum("livelabel_log_entries") - before.sum("livelabel_log_entries"))
                .isEqualTo(after.sum("livelabel_append_entries_sum") - before.sum("livelabel_append_entries_sum"))
                .isPositive();
        for (String timer : List.of("livelabel_log_head_wait_seconds_count", "livelabel_log_head_held_seconds_count")) {
            assertThat(after.sum(timer)).as(timer).isGreaterThan(before.sum(timer));
        }
        // another test may have published something in the future
        assertThat(after.sum("livelabel_log_last_entry_timestamp_seconds"))
                .isGreaterThanOrEqualTo(before.sum("livelabel_log_last_entry_timestamp_seconds"))
                .isGreaterThan(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
        assertThat(after.sum("livelabel_projection_lag_entries")).isZero();
    }

    @Test
    void whatIsRolledBackIsNoPublicationAndItsTimeWithTheHeadCounts() {
        Maker maker = Maker.verified();
        List<Publication> publications =
                log.history(Subject.organisation(UUID.fromString(maker.organisation)), log.lastIndex());
        Scrape before = Scrape.of(management.toString());

        QuarkusTransaction.begin();
        log.hold();
        metrics.published(publications);
        QuarkusTransaction.rollback();

        Scrape after = Scrape.of(management.toString());
        assertThat(publications).isNotEmpty();
        assertThat(after.sum("livelabel_publications_total")).isEqualTo(before.sum("livelabel_publications_total"));
        assertThat(after.sum("livelabel_append_entries_count")).isEqualTo(before.sum("livelabel_append_entries_count"));
        assertThat(after.sum("livelabel_log_head_held_seconds_count"))
                .isEqualTo(before.sum("livelabel_log_head_held_seconds_count") + 1);
    }

    @Test
    void aProjectionThatIsBehindIsSeen() throws SQLException {
        Maker.verified();
        Sql.execute("update projection.position set next_index = next_index - 1");

        Scrape behind = Scrape.of(management.toString());
        Sql.execute("update projection.position set next_index = next_index + 1");

        assertThat(behind.sum("livelabel_projection_lag_entries")).isEqualTo(1);
    }

    private List<Long> follow(long from, int wanted) {
        try {
            List<Long> seen = new ArrayList<>();
            long last = from - 1;
            for (int pages = 0; seen.size() < wanted; pages++) {
                assertThat(pages)
                        .as("asked, with %s of %d entries so far", seen, wanted)
                        .isLessThan(wanted);
                String query = last < 0 ? "?timeout=5000" : "?timeout=5000&lastEventId=%012d".formatted(last);
                for (JsonNode entry : mapper.readTree(get("/v1/feed" + query).asString())) {
                    last = Long.parseLong(entry.get("id").asText());
                    seen.add(last);
                }
            }
            return seen;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String lastTimeOf(Maker maker) {
        String product = maker.published(Drafts.identityOnly("X"));
        return get("/v1/products/" + product).path("registered_at");
    }

    private static long size() {
        try (Connection connection = connect(Peers.database(), Peers.database().owner());
                var result = connection.createStatement().executeQuery("select size from log.head")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String stored(long index) throws SQLException {
        try (Connection connection = connect(Peers.database(), Peers.database().owner());
                var result = connection
                        .createStatement()
                        .executeQuery("select convert_from(event, 'UTF8') from log.entry where index = " + index)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Database database, Login login, String sql) throws SQLException {
        try (Connection connection = connect(database, login)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(Database database, Login login) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
    }
}
