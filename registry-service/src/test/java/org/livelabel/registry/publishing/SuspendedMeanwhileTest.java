package org.livelabel.registry.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.Sql;

/** Whatever an organisation was about to publish when it was suspended is not published. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class SuspendedMeanwhileTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final String BECAUSE = "{\"reason\": {\"en\": \"Because\"}}";
    private static final String FIRMWARE = """
            {"version": "%s", "released_on": "2026-11-01", "sha256": "%s", "size": 8388608, "signed": true,
             "anti_rollback": false, "notes": {"en": "Mends the microphone"}}""";

    private final String gtin = Maker.freeGtin();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manufacturer | /v1/products/{product}/draft:publish | {}",
                "manufacturer | /v1/products/{product}:withdraw | {because}",
                "manufacturer | /v1/products/{product}:supersede | {\"by\": \"{other}\"}",
                "manufacturer | /v1/products/{product}/firmware | {firmware}",
                "manufacturer | /v1/products/{product}/firmware/1.0:withdraw | {because}",
                "manufacturer | /v1/organisations/{organisation}/policies | {policy}",
                "operator | /v1/products/{product}:orphan | {because}",
                "operator | /v1/products/{product}:suspend | {because}",
                "operator | /v1/products/{suspended}:lift | {because}",
                "operator | /v1/products/{product}:revoke | {because}",
                "operator | /v1/products/{product}:hand-over | {\"to\": \"{heir}\", \"reason\": {\"en\": \"Sold\"}}",
                "operator | /v1/gtins/{gtin}:move | {\"to\": \"{other}\", \"reason\": {\"en\": \"Shown to us\"}}",
                "operator | /v1/blobs/{document}:withhold | {\"reason\": \"personal_data\"}",
                "operator | /v1/blobs/{document}:withhold | {\"reason\": \"copyright\"}"
            })
    void nothingIsPublishedByWhoWasSuspendedWhileItWaited(String kind, String address, String body) throws Exception {
        Maker maker = Maker.verified();
        Maker actor = kind.equals("operator") ? Maker.operator() : maker;
        String product = maker.published(Drafts.of("Before", "camera", gtin, "", ""));
        String path = filled(address, maker, product);
        String content = filled(body, maker, product);
        maker.write(product, 1, Drafts.identityOnly("After")).then().statusCode(204);
        CompletableFuture<Response> waiting;
        String size;

        try (Connection holding = Sql.begin("lock table work.idempotency in access exclusive mode")) {
            waiting = CompletableFuture.supplyAsync(
                    () -> actor.asked()
                            .header("If-Match", "\"draft-2\"")
                            .body(content)
                            .post(path),
                    THREADS);
            await().until(() -> waitsForItsKey());
            Suspension.of(actor, kind);
            size = Sql.one("select size from log.head");
        }

        assertThat(waiting.join().statusCode()).as(waiting.join().asString()).isEqualTo(403);
        assertThat(Sql.one("select size from log.head")).isEqualTo(size);
    }

    private String filled(String text, Maker maker, String product) {
        String filled = text.replace("{product}", product)
                .replace("{organisation}", maker.organisation)
                .replace("{gtin}", gtin)
                .replace("{because}", BECAUSE)
                .replace("{firmware}", FIRMWARE.formatted("2.0", "ab".repeat(32)))
                .replace(
                        "{policy}",
                        PolicyBody.privacyNotice("Of " + product).json().toString());
        if (filled.contains("firmware/1.0")) {
            maker.command("/v1/products/" + product + "/firmware", FIRMWARE.formatted("1.0", "cd".repeat(32)))
                    .then()
                    .statusCode(201);
        }
        if (filled.contains("{suspended}")) {
            Maker.operator()
                    .command("/v1/products/" + product + ":suspend", BECAUSE)
                    .then()
                    .statusCode(200);
        }
        if (filled.contains("{other}")) {
            filled = filled.replace("{other}", maker.published(Drafts.identityOnly("Other")));
        }
        if (filled.contains("{heir}")) {
            filled = filled.replace("{heir}", Maker.verified().organisation);
        }
        return filled.replace("{suspended}", product).replace("{document}", document(product));
    }

    private static String document(String product) {
        return Sql.one("select convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' from log.entry"
                + " where subject = 'products/" + product + "' order by index");
    }

    private static boolean waitsForItsKey() {
        return !Sql.list("select pid from pg_locks where not granted and relation = 'work.idempotency'::regclass")
                .isEmpty();
    }
}
