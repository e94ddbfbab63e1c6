package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TwoConnections;

/** While account-service is slow to say who may do what, whoever waits for it holds no database connection. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
@TestProfile(TwoConnections.class)
class HangingAccountServiceTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final int MORE_THAN_THE_POOL_HAS = 3;

    @AfterEach
    void accountServiceAnswers() {
        Peers.accountServiceAnswers();
        await().until(() -> Peers.unanswered() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/products/{product}/draft |",
                "PUT | /v1/products/{product}/draft | {}",
                "POST | /v1/products/{product}/draft:check |",
                "POST | /v1/products/{product}/draft:preview |",
                "POST | /v1/products/{product}/draft:publish |",
                "GET | /v1/products/{product}/draft/schedule |",
                "PUT | /v1/products/{product}/draft/schedule | {\"publish_at\": \"2027-01-01T00:00:00Z\"}",
                "DELETE | /v1/products/{product}/draft/schedule |",
                "POST | /v1/products/{product}:withdraw | {\"reason\": {\"en\": \"Sold out\"}}",
                "POST | /v1/products/{product}:supersede | {\"by\": \"{product}\"}",
                "POST | /v1/products/{product}:suspend | {\"reason\": {\"en\": \"Odd\"}}",
                "POST | /v1/products/{product}/firmware | {}",
                "POST | /v1/products | {\"publisher\": \"{organisation}\"}",
                "POST | /v1/gtins/9520000000011:move | {}",
                "POST | /v1/organisations/{organisation}/policies | {}",
                "POST | /v1/organisations/{organisation}/policies:preview | {}",
                "GET | /v1/organisations/{organisation}/products |",
                "GET | /v1/imports/{import} |",
                "GET | /v1/imports/{import}/rows |"
            })
    void publicReadsGoOnWhileCallersWait(String method, String address, String body) {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Read by everybody"));
        String path = filled(address, maker, product);
        String content = body == null ? null : filled(body, maker, product);
        Peers.accountServiceHangs();

        CompletableFuture<?>[] callers = IntStream.range(0, MORE_THAN_THE_POOL_HAS)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> ask(colleague(maker), method, path, content), THREADS))
                .toArray(CompletableFuture[]::new);
        await().until(() -> Peers.unanswered() == MORE_THAN_THE_POOL_HAS);
        Response read = get("/v1/products/" + product);

        assertThat(read.statusCode()).isEqualTo(200);
        Peers.accountServiceAnswers();
        CompletableFuture.allOf(callers).join();
    }

    private static String filled(String text, Maker maker, String product) {
        String filled = text.replace("{product}", product).replace("{organisation}", maker.organisation);
        return filled.contains("{import}") ? filled.replace("{import}", newImport(maker)) : filled;
    }

    private static Response ask(Maker caller, String method, String path, String body) {
        var asked = caller.asked().header("If-Match", "\"draft-1\"");
        return (body == null ? asked : asked.body(body)).request(method, path);
    }

    /** Somebody about whom account-service was not asked yet. */
    private static Maker colleague(Maker maker) {
        Maker colleague = new Maker();
        Peers.member(colleague.subject, maker.organisation, "manufacturer", true, "publisher");
        return colleague;
    }

    private static String newImport(Maker maker) {
        Response accepted = maker.asked(maker.token(), UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publisher=" + maker.organisation);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return accepted.path("id");
    }
}
