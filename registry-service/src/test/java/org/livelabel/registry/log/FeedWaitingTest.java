package org.livelabel.registry.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.postgres.Database;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** Readers that wait for the next entry, many of them. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class FeedWaitingTest {
    private static final int MANY = 400;
    /** As application.yaml says for the tests. */
    private static final int FOR_EACH_ADDRESS = 5;

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<HttpClient> clients = new ArrayList<>();

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @TestHTTPResource("/v1/feed")
    URI address;

    @Inject
    NewEntries newEntries;

    @Inject
    Feed feed;

    @Inject
    AgroalDataSource connections;

    @AfterEach
    void hangUp() {
        clients.forEach(HttpClient::shutdownNow);
        await().until(() -> newEntries.waiting() == 0);
    }

    @Test
    void manyWaitWithoutAConnectionToTheDatabaseAndAllAreWokenByOneEntry() throws Exception {
        long last = feed.last();
        List<CompletableFuture<HttpResponse<String>>> readers = waiting(MANY, last, null);
        await().until(() -> newEntries.waiting() == MANY);
        List<Connection> all = allConnections();
        int stillWaiting = newEntries.waiting();
        for (Connection connection : all) {
            connection.close();
        }

        Maker.verified();

        assertThat(stillWaiting).isEqualTo(MANY);
        for (CompletableFuture<HttpResponse<String>> reader : readers) {
            assertThat(reader.join().statusCode()).isEqualTo(200);
            assertThat(reader.join().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(mapper.readTree(reader.join().body()).get(0).get("id").asText())
                    .isEqualTo("%012d".formatted(last + 1));
        }
    }

    @Test
    void anEntryThatAnotherReplicaPublishesIsSeenToo() throws Exception {
        long last = feed.last();
        CompletableFuture<HttpResponse<String>> reader = waiting(1, last, null).getFirst();
        await().until(() -> newEntries.waiting() == 1);
        Scrape waiting = Scrape.of(management.toString());

        appendElsewhere(last + 1);

        assertThat(waiting.sum("livelabel_feed_readers")).isEqualTo(1);
        assertThat(waiting.sum("livelabel_feed_readers_limit")).isEqualTo(10_000);

        assertThat(mapper.readTree(reader.join().body()).get(0).get("id").asText())
                .isEqualTo("%012d".formatted(last + 1));
    }

    @Test
    void oneAddressCannotTakeAllPlacesAndOneThatGoesAwayLeavesItsOwn() {
        long last = feed.last() + 1000;
        waiting(FOR_EACH_ADDRESS, last, "198.51.100.50");
        await().until(() -> newEntries.waiting() == FOR_EACH_ADDRESS);

        Response refused = ask(last, 20_000, "198.51.100.50");
        Response withoutWaiting = ask(last, 0, "198.51.100.50");
        Response other = ask(last, 1, "198.51.100.51");
        clients.getFirst().shutdownNow();
        await().until(() -> newEntries.waiting() == 0);
        Response afterwards = ask(last, 1, "198.51.100.50");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/busy");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(withoutWaiting.asString()).isEqualTo("[]");
        assertThat(other.asString()).isEqualTo("[]");
        assertThat(afterwards.asString()).isEqualTo("[]");
    }

    private static Response ask(long last, int timeout, String from) {
        return given().header("X-Forwarded-For", from)
                .get("/v1/feed?lastEventId=%012d&timeout=%d".formatted(last, timeout));
    }

    private List<CompletableFuture<HttpResponse<String>>> waiting(int count, long last, String from) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        clients.add(client);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "?lastEventId=%012d&timeout=30000".formatted(last)));
        if (from != null) {
            request.header("X-Forwarded-For", from);
        }
        List<CompletableFuture<HttpResponse<String>>> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
        return readers;
    }

    /** Waits for each, so that nobody else has one in the end. */
    private List<Connection> allConnections() throws SQLException {
        List<Connection> all = new ArrayList<>();
        int size = connections.getConfiguration().connectionPoolConfiguration().maxSize();
        while (all.size() < size) {
            all.add(connections.getConnection());
        }
        return all;
    }

    /** An entry of a kind that no projection knows, written past this process. */
    private static void appendElsewhere(long index) throws SQLException {
        Database database = Peers.database();
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into log.entry (index, publication_id, type, subject, published_at, event)
                    select %1$d, gen_random_uuid(), 'org.livelabel.test.noted.v1', subject, published_at,
                           convert_to(jsonb_set(jsonb_set(convert_from(event, 'UTF8')::jsonb, '{id}', '"%1$012d"'),
                                   '{type}', '"org.livelabel.test.noted.v1"')::text, 'UTF8')
                    from log.entry where index = %1$d - 1""".formatted(index));
            statement.execute("update log.head set size = " + (index + 1));
            statement.execute("update projection.position set next_index = " + (index + 1));
            connection.commit();
        }
    }
}
