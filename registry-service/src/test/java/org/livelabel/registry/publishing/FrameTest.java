package org.livelabel.registry.publishing;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TestClock;

/** What holds when an act has its locks, however long it waited for them. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class FrameTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration LONGER_THAN_IS_BELIEVED = Duration.ofSeconds(6);

    @Inject
    Publishing publishing;

    private final Maker maker = new Maker();
    private String product;

    @BeforeEach
    void aProductThatWasChanged() {
        maker.publishFacts("Halden Home", "manufacturer", true).then().statusCode(200);
        Peers.member(maker.subject, maker.organisation, "manufacturer", true, "editor", "publisher");
        product = maker.published(Drafts.identityOnly("Before"));
        maker.write(product, 1, Drafts.identityOnly("After")).then().statusCode(204);
    }

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void noActBeginsWithinATransaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> publishing.now(Actor.service(), Locks.none(), () -> Outcome.silent("done"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsRemovedWhileAnActWaitsForLongPublishesNothing() throws Exception {
        CompletableFuture<Response> waiting;

        try (Connection holding = hold(product)) {
            waiting = publishedMeanwhile();
            Peers.member(maker.subject, UUID.randomUUID().toString(), "manufacturer", true, "publisher");
            TestClock.set(Instant.now().plus(LONGER_THAN_IS_BELIEVED));
        }

        assertThat(waiting.join().statusCode()).isEqualTo(403);
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Before");
    }

    @Test
    void whoStillMayAfterALongWaitIsAskedForAgainAndPublishes() throws Exception {
        CompletableFuture<Response> waiting;
        int before;

        try (Connection holding = hold(product)) {
            waiting = publishedMeanwhile();
            before = Peers.tokensPresented().size();
            TestClock.set(Instant.now().plus(LONGER_THAN_IS_BELIEVED));
        }

        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(Peers.tokensPresented()).hasSizeGreaterThan(before);
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("After");
    }

    @Test
    void whereEveryWaitIsTooLongTheCallerIsTold() {
        var request = maker.asked().header("If-Match", "\"draft-2\"");
        TestClock.tick(Instant.now(), LONGER_THAN_IS_BELIEVED);

        Response refused = request.post("/v1/products/" + product + "/draft:publish");

        TestClock.reset();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/busy");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Before");
    }

    @Test
    void anOrganisationThatIsSuspendedWhileItsActWaitsForTheProductPublishesNothing() throws Exception {
        CompletableFuture<Response> waiting;

        try (Connection holding = hold(product)) {
            waiting = publishedMeanwhile();
            Suspension.of(maker, "manufacturer");
        }

        assertThat(waiting.join().statusCode()).isEqualTo(403);
        assertThat(waiting.join().<String>path("type")).endsWith("/not-allowed");
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Before");
    }

    @Test
    void whoIsRemovedWhileAFileIsTakenImportsNothing() throws Exception {
        CompletableFuture<Response> waiting;
        int before = Sql.waiting();

        try (Connection holding = Sql.begin("lock table work.import_row in share mode")) {
            waiting = CompletableFuture.supplyAsync(
                    () -> maker.asked()
                            .contentType("application/x-ndjson")
                            .body(("{\"product_ref\": \"ref-1\", "
                                            + Drafts.identityOnly("Imported").substring(1))
                                    .replace("\n", " ")
                                    .getBytes(StandardCharsets.UTF_8))
                            .post("/v1/imports?publisher=" + maker.organisation + "&publish=true"),
                    THREADS);
            await().until(() -> Sql.waiting() > before);
            Peers.member(maker.subject, UUID.randomUUID().toString(), "manufacturer", true, "publisher");
            TestClock.set(Instant.now().plus(LONGER_THAN_IS_BELIEVED));
        }

        assertThat(waiting.join().statusCode()).isEqualTo(403);
        assertThat(Sql.one("select count(*) from work.import where publisher_id = '" + maker.organisation + "'"))
                .isEqualTo("0");
    }

    private CompletableFuture<Response> publishedMeanwhile() {
        String tag = maker.draftTag(product);
        int before = Sql.waiting();
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(
                () -> maker.asked().header("If-Match", tag).post("/v1/products/" + product + "/draft:publish"),
                THREADS);
        await().until(() -> Sql.waiting() > before);
        return response;
    }

    private static Connection hold(String product) throws Exception {
        return Sql.begin("select from work.product where id = '" + product + "' for update");
    }
}
