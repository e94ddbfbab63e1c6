package org.livelabel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;

/** What a visitor sees while a service that pages are made from is slow, counts them, or is busy. */
@QuarkusTest
@WithTestResource(WebStack.class)
class SlowServicesTest {
    /** As many pages as may wait for one service. */
    private static final int AT_ONCE = 64;

    private static final int MANY = AT_ONCE + 32;

    FakeRegistry registry;
    FakeAccount account;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    @Inject
    AgroalDataSource connections;

    private final ExecutorService visitors = Executors.newFixedThreadPool(MANY);

    @BeforeEach
    void start() {
        registry.reset();
        account.reset();
    }

    @AfterEach
    void stop() {
        registry.reset();
        visitors.shutdownNow();
    }

    @Test
    void aRegistryThatHangsHoldsSomePagesAndTheOthersAreAnswered() {
        registry.hangs(true);

        List<CompletableFuture<Response>> pages = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            pages.add(CompletableFuture.supplyAsync(() -> given().get(home + "/search?q=view"), visitors));
        }
        await().until(() -> pages.stream().filter(CompletableFuture::isDone).count() >= MANY - AT_ONCE);
        int held = registry.hanging();
        int other = given().get(home + "/nowhere").statusCode();

        assertThat(held).isBetween(1, AT_ONCE);
        assertThat(other).isEqualTo(404);
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.join().statusCode()).isEqualTo(503);
            assertThat(page.join().header("Retry-After")).isNotNull();
        });
        Scrape measured = scrape();
        assertThat(calls(measured, "timeout")).isGreaterThanOrEqualTo(held);
        assertThat(calls(measured, "busy")).isGreaterThanOrEqualTo(MANY - AT_ONCE);
    }

    @Test
    void theRegistryIsToldForWhomWeAsk() {
        given().header("X-Forwarded-For", "198.51.100.7").get(home + "/search?q=view");

        assertThat(registry.forwarded()).isNotEmpty().allMatch("198.51.100.7, 127.0.0.1"::equals);
    }

    @Test
    void aVisitorWhoIsTooFastIsToldWhenToGoOn() {
        registry.answersNext(new FakeService.Answer(429, Map.of("title", "Too many"), Map.of("Retry-After", "17")));

        Response page = given().get(home + "/products/9e107d9d-372b-4b3f-b1a6-7a0c1f5e8d11");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("17");
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("That was too fast", "Wait 17 seconds");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void withoutAPlaceForTheSessionAPageSaysSo() throws SQLException {
        Browser browser = new Browser(home);
        browser.open("/my-organisation");
        List<Connection> all = new ArrayList<>();
        int size = connections.getConfiguration().connectionPoolConfiguration().maxSize();
        Browser.Page refused;
        try {
            while (all.size() < size) {
                all.add(connections.getConnection());
            }

            refused = browser.fetch("/my-organisation");

        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.heading()).isEqualTo("A part of LiveLabel does not answer just now");
        assertThat(browser.open("/my-organisation").status()).isEqualTo(200);
    }

    @Test
    void noStatementRunsForEver() throws SQLException {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("10s");
        }
    }

    @Test
    void howCallsOfOtherServicesEndIsMeasured() {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);
        Scrape before = scrape();

        given().get(home + "/products/" + product.id()).then().statusCode(200);
        given().get(home + "/products/" + SampleProduct.HALDEN);
        registry.answersNext(new FakeService.Answer(429, Map.of("title", "Too many"), Map.of("Retry-After", "17")));
        given().get(home + "/products/" + SampleProduct.HALDEN);
        registry.fails(2);
        given().get(home + "/products/" + SampleProduct.HALDEN);

        Scrape after = scrape();
        assertThat(calls(after, "ok")).isGreaterThan(calls(before, "ok"));
        assertThat(calls(after, "refused")).isEqualTo(calls(before, "refused") + 1);
        assertThat(calls(after, "quota")).isEqualTo(calls(before, "quota") + 1);
        assertThat(calls(after, "failed")).isEqualTo(calls(before, "failed") + 2);
        assertThat(after.text()).doesNotContain(SampleProduct.HALDEN, product.id());
    }

    private Scrape scrape() {
        return Scrape.of("http://localhost:" + managementPort + "/q/");
    }

    private static double calls(Scrape measured, String outcome) {
        return measured.sum(
                "livelabel_service_calls_seconds_count", "service=\"registry-service\"", "outcome=\"" + outcome + "\"");
    }
}
