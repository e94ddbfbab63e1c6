package org.livelabel.registry.schedule;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ScheduleTest {
    private static final Duration TOMORROW = Duration.ofDays(1);

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aDraftIsPublishedWhenItsTimeComesAndNotBefore() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "Launch");
        Response set = schedule(maker, product, TOMORROW);
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.<String>path("state")).isEqualTo("waiting");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);

        TestClock.set(Instant.now().plus(TOMORROW).plusSeconds(1));

        awaitState(maker, product, "published");
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Launch");
    }

    @Test
    void whatIsPublishedIsWhatThePersonSawAndNotWhatWasWrittenLater() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "As seen");
        schedule(maker, product, TOMORROW).then().statusCode(200);
        maker.write(product, 1, Drafts.identityOnly("Written later")).then().statusCode(204);

        TestClock.set(Instant.now().plus(TOMORROW).plusSeconds(1));

        awaitState(maker, product, "published");
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("As seen");
        assertThat(maker.publish(product).statusCode()).isEqualTo(200);
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Written later");
    }

    @Test
    void theMomentsOfTheAnswerAreWrittenAsTheyAreRead() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "To the microsecond");

        Response set = schedule(maker, product, TOMORROW);

        assertThat(set.<String>path("scheduled_at")).matches(".*:[0-9]{2}\\.[0-9]{6}Z");
        assertThat(set.<String>path("publish_at")).matches(".*:[0-9]{2}\\.[0-9]{6}Z");
        assertThat(maker.asked().get(address(product)).asString()).isEqualTo(set.asString());
    }

    @Test
    void aCancelledPublicationDoesNotHappen() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "Stopped");
        schedule(maker, product, TOMORROW).then().statusCode(200);

        maker.asked().delete(address(product)).then().statusCode(204);

        maker.asked().get(address(product)).then().statusCode(404);
        assertThat(maker.asked().delete(address(product)).statusCode()).isEqualTo(409);
        assertThat(maker.publish(product).statusCode()).isEqualTo(200);
    }

    @Test
    void whileATimeIsSetNobodyPublishesPastIt() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "Once");
        schedule(maker, product, TOMORROW).then().statusCode(200);

        Response published = maker.publish(product);

        assertThat(published.statusCode()).isEqualTo(409);
        assertThat(published.<String>path("type")).endsWith("/life-cycle");
    }

    @Test
    void aSuspendedOrganisationPublishesNothingWhenTheTimeComes() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "Held back");
        schedule(maker, product, TOMORROW).then().statusCode(200);
        maker.publishFacts("Halden Home", "manufacturer", false).then().statusCode(200);

        TestClock.set(Instant.now().plus(TOMORROW).plusSeconds(1));

        Response ended = awaitState(maker, product, "failed");
        assertThat(ended.<String>path("failure")).contains("good standing");
        assertThat(Scrape.of(management.toString()).sum("livelabel_schedules_failed_total"))
                .isPositive();
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void aGtinThatSomebodyTookMeanwhileIsToldAndNothingIsHalfPublished() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.camera(gtin)).then().statusCode(204);
        schedule(maker, product, TOMORROW).then().statusCode(200);
        Maker.verified().published(Drafts.camera(gtin));

        TestClock.set(Instant.now().plus(TOMORROW).plusSeconds(1));

        assertThat(awaitState(maker, product, "failed").<String>path("failure")).contains("leads to product");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void aTimeThatTheFormerOwnerSetIsGoneAfterAHandOver() {
        Maker maker = Maker.verified();
        Maker heir = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Before"));
        maker.write(product, 1, Drafts.identityOnly("Planned by the old one"))
                .then()
                .statusCode(204);
        schedule(maker, product, TOMORROW).then().statusCode(200);

        Maker.operator()
                .command("/v1/products/" + product + ":hand-over", "{\"to\": \"" + heir.organisation + "\"}")
                .then()
                .statusCode(200);

        heir.asked().get(address(product)).then().statusCode(404);
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Before");
    }

    @Test
    void thePersonAndTheFactorsAreCheckedWhenTheTimeIsSet() {
        Maker maker = Maker.verified();
        String product = drafted(maker, "Whose");

        Response stale = given().auth()
                .oauth2(Maker.signedInMinutesAgo(maker.token(), 16).signed())
                .contentType("application/json")
                .body(at(TOMORROW))
                .put(address(product));
        Response stranger = Maker.verified().asked().body(at(TOMORROW)).put(address(product));

        assertThat(stale.statusCode()).isEqualTo(401);
        assertThat(stale.header("WWW-Authenticate")).contains("insufficient_user_authentication");
        assertThat(stranger.statusCode()).isEqualTo(404);
        maker.asked().get(address(product)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, has passed",
        "2199-01-01T00:00:00Z, more than a year away",
        "2027-02-30T09:00:00Z, a moment with its offset",
        "2027-01-01T09:00:00, a moment with its offset"
    })
    void aTimeThatMakesNoSenseIsRefused(String time, String why) {
        Maker maker = Maker.verified();
        String product = drafted(maker, "When");

        Response response = maker.asked()
                .header("If-Match", maker.draftTag(product))
                .body("{\"publish_at\":\"" + time + "\"}")
                .put(address(product));

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.<String>path("violations[0].field")).isEqualTo("/publish_at");
        assertThat(response.<String>path("violations[0].message")).contains(why);
    }

    @Test
    void nothingNewIsNotScheduled() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("All public"));

        assertThat(schedule(maker, product, TOMORROW).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWaitsForItsTimeAndWhatHasMissedItIsMeasured() throws SQLException {
        Maker maker = Maker.verified();
        Scrape before = Scrape.of(management.toString());
        schedule(maker, drafted(maker, "Later"), TOMORROW).then().statusCode(200);
        String late = drafted(maker, "Late");
        schedule(maker, late, TOMORROW).then().statusCode(200);
        Scrape waiting = Scrape.of(management.toString());

        Sql.execute("update work.schedule set publish_at = now() - interval '1 hour',"
                + " next_attempt_at = now() + interval '1 day' where product_id = '" + late + "'");
        Scrape overdue = Scrape.of(management.toString());

        assertThat(waiting.sum("livelabel_schedules_waiting")).isEqualTo(before.sum("livelabel_schedules_waiting") + 2);
        assertThat(overdue.sum("livelabel_schedules_waiting")).isEqualTo(before.sum("livelabel_schedules_waiting") + 1);
        assertThat(overdue.sum("livelabel_schedules_overdue")).isEqualTo(before.sum("livelabel_schedules_overdue") + 1);
        assertThat(overdue.sum("livelabel_schedules_lag_seconds")).isGreaterThanOrEqualTo(3600);
        Sql.execute("delete from work.schedule where product_id = '" + late + "'");
    }

    private static String drafted(Maker maker, String name) {
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly(name)).then().statusCode(204);
        return product;
    }

    private static Response schedule(Maker maker, String product, Duration from) {
        return maker.asked()
                .header("If-Match", maker.draftTag(product))
                .body(at(from))
                .put(address(product));
    }

    private static String at(Duration fromNow) {
        return "{\"publish_at\":\"" + Instant.now().plus(fromNow) + "\"}";
    }

    private static String address(String product) {
        return "/v1/products/" + product + "/draft/schedule";
    }

    private static Response awaitState(Maker maker, String product, String state) {
        return await("the schedule is " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> maker.asked().get(address(product)), response -> state.equals(response.path("state")));
    }
}
