package org.livelabel.registry.promise;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class SupportLedgerTest {
    private static final String WHY = ", \"reason\": {\"en\": \"The chip is no longer made\"}";

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void everyPromiseIsKeptBesideTheOneThatBrokeIt() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2031-06-30", ""));
        change(maker, product, 1, Drafts.camera(gtin, "2033-06-30", ""));
        change(maker, product, 2, Drafts.camera(gtin, "2032-06-30", WHY));
        // publishing took the reason out of the draft
        change(maker, product, 4, Drafts.camera(gtin, "2040-06-30", ""));

        Response ledger = get("/v1/products/" + product + "/support");

        assertThat(ledger.<List<Integer>>path("ledger.terms.version")).containsExactly(1, 2, 3, 4);
        assertThat(ledger.<List<String>>path("ledger.terms.change"))
                .containsExactly("first", "extended", "shortened", "extended");
        // 2031 was kept by 2032; what was promised for 2033 was not, and 2040 does not mend that
        assertThat(ledger.<List<Integer>>path("ledger.broken_by_version"))
                .isEqualTo(Arrays.asList(null, 3, null, null));
        assertThat(ledger.<List<Integer>>path("ledger[2].breaks_versions")).containsExactly(2);
        assertThat(ledger.<String>path("ledger[2].terms.reason.en")).isEqualTo("The chip is no longer made");
        assertThat(ledger.<Boolean>path("promise_broken")).isTrue();
        assertThat(ledger.<String>path("current.end_of_security_support")).isEqualTo("2040-06-30");
        assertThat(ledger.<List<String>>path("ledger.publisher.id")).containsOnly(maker.organisation);
    }

    @Test
    void aMendedErrorSaysSoAndAShorteningItStays() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2031-06-30", ""));
        String corrected = ", \"error_corrected\": true";

        Response unexplained = maker.write(product, 1, Drafts.camera(gtin, "2030-06-30", corrected));
        change(maker, product, 1, Drafts.camera(gtin, "2030-06-30", corrected + WHY));

        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.<List<String>>path("violations.field")).containsExactly("/support/reason");
        Response ledger = get("/v1/products/" + product + "/support");
        assertThat(ledger.<String>path("ledger[1].terms.change")).isEqualTo("shortened");
        assertThat(ledger.<List<String>>path("ledger[1].terms.codes")).containsExactly("error_corrected");
        assertThat(ledger.<Integer>path("ledger[0].broken_by_version")).isEqualTo(2);
        assertThat(get("/v1/products/" + product).<List<String>>path("support.codes"))
                .containsExactly("error_corrected");
    }

    @Test
    void aMendedErrorThatTakesNothingAwayBreaksNoPromise() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2031-06-30", ""));

        change(maker, product, 1, Drafts.camera(gtin, "2032-06-30", ", \"error_corrected\": true" + WHY));

        Response ledger = get("/v1/products/" + product + "/support");
        assertThat(ledger.<String>path("ledger[1].terms.change")).isEqualTo("extended");
        assertThat(ledger.<List<String>>path("ledger[1].terms.codes")).containsExactly("error_corrected");
        assertThat(ledger.<String>path("ledger[1].terms.reason.en")).isNotNull();
        assertThat(ledger.<Boolean>path("promise_broken")).isFalse();
    }

    @Test
    void whereNothingWasSaidThereIsNoErrorToCorrect() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.camera(Maker.freeGtin(), "2031-06-30", ", \"error_corrected\": true" + WHY))
                .then()
                .statusCode(204);

        Response refused = maker.publish(product);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/support/error_corrected");
    }

    @Test
    void aDayInThePastShowsTheLedgerAsItStoodThen() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2031-06-30", ""));
        // the log's clock: another test may have moved it ahead, and it never goes back
        Instant published = Instant.parse(get("/v1/products/" + product).path("registered_at"));
        TestClock.set(published.plusSeconds(86_400));
        change(maker, product, 1, Drafts.camera(gtin, "2030-06-30", WHY));

        String support = "/v1/products/" + product + "/support?on=";
        Response then = get(support + day(published, 0));
        Response today = get(support + day(published, 1));

        assertThat(then.<List<?>>path("ledger")).hasSize(1);
        assertThat(then.<Boolean>path("promise_broken")).isFalse();
        assertThat(then.<String>path("on")).isEqualTo(day(published, 0));
        assertThat(then.<Integer>path("as_of_index")).isLessThan(today.<Integer>path("as_of_index"));
        assertThat(today.<Integer>path("ledger[0].broken_by_version")).isEqualTo(2);
        assertThat(get(support + day(published, -1)).statusCode()).isEqualTo(404);
        assertThat(get(support + day(published, 2)).statusCode()).isEqualTo(400);
        assertThat(get(support + "2026-02-30").statusCode()).isEqualTo(400);
    }

    @Test
    void oneSecondBeforeMidnightItIsSupportedAndOneSecondAfterItIsNot() {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06-30", ""));
        String support = "/v1/products/" + product + "/support";

        TestClock.stop(Instant.parse("2031-06-30T23:59:59Z"));
        Response lastSecond = get(support);
        TestClock.stop(Instant.parse("2031-07-01T00:00:00Z"));
        Response midnight =
                given().header("If-None-Match", lastSecond.header("ETag")).get(support);
        TestClock.stop(Instant.parse("2031-07-01T00:00:01Z"));
        Response firstSecond = get(support);

        assertThat(lastSecond.<String>path("current.status")).isEqualTo("ending");
        assertThat(lastSecond.header("Cache-Control")).isEqualTo("public, max-age=1");
        assertThat(midnight.statusCode()).isEqualTo(200);
        assertThat(midnight.<String>path("current.status")).isEqualTo("ended");
        assertThat(firstSecond.<String>path("current.status")).isEqualTo("ended");
        assertThat(get("/v1/products/" + product).<String>path("support.status"))
                .isEqualTo("ended");
    }

    @Test
    void aProductThatSaysNothingHasAnEmptyLedgerAndAnUnknownOneNone() {
        String silent = Maker.verified().published(Drafts.identityOnly("Silent"));

        Response ledger = get("/v1/products/" + silent + "/support");

        assertThat(ledger.<String>path("current.status")).isEqualTo("not_stated");
        assertThat(ledger.<List<?>>path("ledger")).isEmpty();
        Response unknown = get("/v1/products/" + UUID.randomUUID() + "/support");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.<String>path("type")).endsWith("/not-listed");
    }

    private static void change(Maker maker, String product, int version, String draft) {
        maker.write(product, version, draft).then().statusCode(204);
        maker.publish(product).then().statusCode(200);
    }

    private static String day(Instant moment, int ahead) {
        return moment.plusSeconds(86_400L * ahead).toString().substring(0, 10);
    }
}
