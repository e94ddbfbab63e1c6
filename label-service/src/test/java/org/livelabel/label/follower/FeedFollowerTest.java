package org.livelabel.label.follower;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.livelabel.label.LabelService.REGISTRY;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.label.LabelService;
import org.livelabel.label.Samples;
import org.livelabel.label.TestClock;
import org.livelabel.label.TestRegistry;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class FeedFollowerTest {
    @TestHTTPResource(value = "/", management = true)
    String management;

    private static final String FIXED = """
            {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2031-06-30"}""";

    @Inject
    FeedFollower follower;

    @Inject
    FeedApplier applier;

    @Inject
    FeedStatus status;

    @Inject
    @Liveness
    FollowerHealth health;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void freshLog() {
        TestClock.reset();
        follower.stop();
        applier.forgetEverything();
        REGISTRY.reset();
        follower.start();
    }

    @AfterEach
    void leaveAWorkingFollower() {
        freshLog();
    }

    @Test
    void showsAProductSoonAfterItWasPublished() {
        caughtUp();
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        caughtUp();

        assertThat(page("H4QX7T2MK")).contains("View 2 indoor camera", "30 June 2031");
    }

    @Test
    void showsANewPromiseInPlaceOfTheOldOne() {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        caughtUp();
        REGISTRY.support(camera, """
                {"version":2,"change":"extended","kind":"fixed_date","end_of_security_support":"2033-06-30"}""", Samples.BY_DOCUMENT);
        caughtUp();

        assertThat(page("H4QX7T2MK")).contains("<time datetime=\"2033-06-30\">").contains("2 years longer");
    }

    @Test
    void stopsAtAGapAndSaysSoUntilItIsStartedAgain() {
        caughtUp();
        REGISTRY.loseAnEntry();
        REGISTRY.product("AFTERGAP1", "Too late", "camera");
        await("the follower stops").atMost(Duration.ofSeconds(30)).until(() -> status.brokenBecause()
                .isPresent());

        assertThat(status.brokenBecause().orElseThrow()).contains("feed gap: entry 3 is missing");
        assertThat(Scrape.of(management.toString()).sum("livelabel_feed_broken"))
                .isEqualTo(1);
        given().get(management + "health").then().statusCode(503);
        assertThat(given().get(management + "health/well").asString()).contains("feed gap");
        given().get(management + "health/ready").then().statusCode(200);
        given().get("/l/AFTERGAP1").then().statusCode(404);
    }

    @Test
    void stopsWhenTheLogBecomesAnother() {
        caughtUp();
        REGISTRY.changeOrigin("another-log.example");
        REGISTRY.product("OTHERLOG1", "From elsewhere", "camera");
        await("the follower stops").atMost(Duration.ofSeconds(30)).until(() -> status.brokenBecause()
                .isPresent());

        assertThat(status.brokenBecause().orElseThrow())
                .contains("origin changed from test-log.livelabel.example to another-log.example");
    }

    @Test
    void stopsAtAnEntryThatItCannotUnderstand() {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2", "camera");
        REGISTRY.support(camera, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2031-02-30"}""", Samples.BY_DOCUMENT);
        await("the follower stops").atMost(Duration.ofSeconds(30)).until(() -> status.brokenBecause()
                .isPresent());

        assertThat(status.brokenBecause().orElseThrow()).contains("entry 4 cannot be applied");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        REGISTRY.append(
                "weather.observed",
                "places/" + UUID.nameUUIDFromBytes(new byte[] {1}),
                TestRegistry.MAKER,
                TestRegistry.MAKER,
                "{\"rain\":true}",
                null);
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.support(camera, """
                {"version":1,"change":"first","kind":"promised_by_moonlight","moons":9}""", Samples.BY_DOCUMENT);
        caughtUp();

        assertThat(page("H4QX7T2MK")).contains("We do not know about security updates");
    }

    @Test
    void goesOnWhereItWasWhenTheRegistryIsBack() {
        caughtUp();
        REGISTRY.goDown(true);
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        given().get("/l/H4QX7T2MK").then().statusCode(404);
        REGISTRY.goDown(false);
        caughtUp();

        assertThat(page("H4QX7T2MK")).contains("30 June 2031");
    }

    @Test
    void goesOnWhenAnAnswerStopsInItsMiddle() {
        caughtUp();
        REGISTRY.stallsInTheMiddle(1);
        REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        caughtUp();
        REGISTRY.product("H5QX7T2MK", "View 3 indoor camera", "camera");
        caughtUp();

        assertThat(page("H5QX7T2MK")).contains("View 3 indoor camera");
    }

    @Test
    void survivesAnErrorAndCountsIt() {
        caughtUp();
        follower.stop();
        long failures = follower.failures();
        AtomicInteger errors = new AtomicInteger();
        QuarkusMock.installMockForInstance(
                new FeedApplier(null, null, null) {
                    @Override
                    Position position() {
                        if (errors.incrementAndGet() <= 2) {
                            throw new StackOverflowError("in the test");
                        }
                        return new Position(REGISTRY.lastIndex(), false);
                    }

                    @Override
                    void caughtUp() {}

                    @Override
                    void forgetEverything() {}
                },
                applier);

        follower.start();
        await("the follower goes on").atMost(Duration.ofSeconds(30)).until(() -> status.caughtUp());

        assertThat(follower.failures() - failures).isEqualTo(2);
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(metrics.get("livelabel.worker.failures")
                        .tag("worker", "feed")
                        .functionCounter()
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(metrics.get("livelabel.feed.lag").gauge().value()).isLessThan(60);
    }

    @Test
    void saysWhenItLastCheckedOnceTheRegistryIsAway() {
        REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        caughtUp();
        String whileFresh = given().get("/l/H4QX7T2MK").getHeader("ETag");
        REGISTRY.goDown(true);
        TestClock.set("2026-11-22T10:05:30Z");
        await("staleness").atMost(Duration.ofSeconds(30)).until(() -> status.staleness()
                .isPresent());

        var response = given().get("/l/H4QX7T2MK");
        assertThat(response.asString())
                .contains("Maybe out of date", "We last checked at 10:04 UTC on 22 November 2026");
        assertThat(response.getHeader("ETag")).isNotEqualTo(whileFresh);
        assertThat(given().get("/l/H4QX7T2MK.json").jsonPath().getBoolean("stale"))
                .isTrue();
    }

    @Test
    void showsALabelWithoutATextThatIsWithheld() {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.goDown(true);
        String digest = REGISTRY.disclosure(camera, Samples.CAMERA);
        REGISTRY.withhold(digest);
        REGISTRY.goDown(false);
        caughtUp();

        assertThat(page("H4QX7T2MK"))
                .contains("withheld for legal reasons")
                .contains(digest)
                .doesNotContain("Norcloud");
    }

    @Test
    void rebuildsTheSameLabelsFromTheStartOfTheLog() {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.gtins(camera, "09520000012342");
        REGISTRY.gtins(camera, "09520000012342", "09520000056780");
        REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        REGISTRY.disclosure(camera, Samples.CAMERA);
        caughtUp();
        byte[] json = given().get("/l/H4QX7T2MK.json").asByteArray();
        byte[] svg = given().get("/l/H4QX7T2MK/qr.svg").asByteArray();
        byte[] png = given().get("/l/H4QX7T2MK/qr.png").asByteArray();
        String page = page("H4QX7T2MK");

        follower.stop();
        applier.forgetEverything();
        assertThat(applier.position().lastIndex()).isEqualTo(-1);
        follower.start();
        caughtUp();

        assertThat(given().get("/l/H4QX7T2MK.json").asByteArray()).isEqualTo(json);
        assertThat(given().get("/l/H4QX7T2MK/qr.svg").asByteArray()).isEqualTo(svg);
        assertThat(given().get("/l/H4QX7T2MK/qr.png").asByteArray()).isEqualTo(png);
        assertThat(page("H4QX7T2MK")).isEqualTo(page);
    }

    @Test
    void aLabelThatWasToldToForgetEqualsOneThatNeverSawTheText() {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        String promise = REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        String disclosure = REGISTRY.disclosure(camera, Samples.CAMERA);
        String reason =
                REGISTRY.operate("product.suspended", camera, TestRegistry.MAKER, "{}", "Ann Example complained");
        caughtUp();
        assertThat(page("H4QX7T2MK")).contains("Norcloud", "Ann Example complained");

        REGISTRY.withholdPublicly(disclosure);
        REGISTRY.withholdPublicly(promise);
        REGISTRY.withholdPublicly(reason);
        caughtUp();
        String page = page("H4QX7T2MK");
        byte[] json = given().get("/l/H4QX7T2MK.json").asByteArray();
        follower.stop();
        applier.forgetEverything();
        follower.start();
        caughtUp();

        assertThat(page)
                .contains("withheld for legal reasons", "30 June 2031", "Under review")
                .doesNotContain("Norcloud", "Ann Example");
        assertThat(page("H4QX7T2MK")).isEqualTo(page);
        assertThat(given().get("/l/H4QX7T2MK.json").asByteArray()).isEqualTo(json);
    }

    @Test
    void aTextIsForgottenEvenIfItCameInTheSamePageAsItsWithholding() {
        REGISTRY.goDown(true);
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        String disclosure = REGISTRY.disclosure(camera, Samples.CAMERA);
        REGISTRY.withholdPublicly(disclosure);
        REGISTRY.goDown(false);
        caughtUp();

        assertThat(page("H4QX7T2MK")).contains("withheld for legal reasons").doesNotContain("Norcloud");
    }

    @Test
    void followsALogOfManyPages() {
        for (int i = 0; i < 300; i++) {
            REGISTRY.product("M%08d".formatted(i), "Number " + i, "sensor");
        }
        caughtUp();

        assertThat(page("M00000299")).contains("Number 299");
    }

    @Test
    void appliesNothingTwice() throws Exception {
        UUID camera = REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.support(camera, FIXED, Samples.BY_DOCUMENT);
        caughtUp();

        var entries = new FeedClient(REGISTRY.address(), new com.fasterxml.jackson.databind.ObjectMapper())
                .after(-1, java.time.Duration.ZERO);
        long last = applier.apply(entries, java.util.Map.of());
        assertThat(last).isEqualTo(REGISTRY.lastIndex());

        assertThat(given().get("/l/H4QX7T2MK.json").jsonPath().getList("support.ledger"))
                .hasSize(1);
    }

    @Test
    void howFarTheLabelsAreBehindTheLogIsMeasured() {
        caughtUp();
        Scrape inStep = Scrape.of(management.toString());
        follower.stop();
        REGISTRY.product("H4QX7T2MK", "View 2 indoor camera", "camera");
        REGISTRY.product("BEH1ND002", "View 3 indoor camera", "camera");

        Scrape behind = Scrape.of(management.toString());
        REGISTRY.goDown(true);
        Scrape unknown = Scrape.of(management.toString());
        REGISTRY.goDown(false);

        assertThat(inStep.sum("livelabel_feed_lag_entries")).isZero();
        assertThat(inStep.sum("livelabel_worker_last_success_timestamp_seconds"))
                .isPositive();
        assertThat(behind.sum("livelabel_feed_lag_entries")).isEqualTo(2);
        assertThat(unknown.sum("livelabel_feed_lag_entries")).isNaN();
    }

    private void caughtUp() {
        await("entry " + REGISTRY.lastIndex())
                .atMost(Duration.ofSeconds(30))
                .until(() -> status.lastIndex() == REGISTRY.lastIndex()
                        && status.caughtUp()
                        && status.staleness().isEmpty());
    }

    private static String page(String code) {
        return given().get("/l/" + code).then().statusCode(200).extract().asString();
    }
}
