package org.livelabel.registry.schedule;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.authority.RememberedAuthorizations;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TestClock;

/** When a time that was set comes, authority, standing and content are looked at again. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ScheduleLooksAgainTest {
    private static final Duration TOMORROW = Duration.ofDays(1);

    @Inject
    RememberedAuthorizations authorizations;

    @Inject
    Scheduling scheduling;

    private final Map<String, String> broken = new HashMap<>();

    @AfterEach
    void asBefore() throws SQLException {
        mend();
        Peers.accountServiceDown(false);
        TestClock.reset();
    }

    @Test
    void aPersonWhoIsNoPublisherAnyMorePublishesNothing() {
        Maker maker = Maker.verified();
        String product = scheduled(maker, TOMORROW);
        Peers.member(maker.subject, maker.organisation, "manufacturer", true, "editor");

        tomorrow();

        assertThat(awaitState(maker, product, "failed").<String>path("failure")).contains("not a publisher");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAccountServiceItIsPutOffNotLost() {
        Maker maker = Maker.verified();
        String product = scheduled(maker, TOMORROW);
        Peers.accountServiceDown(true);

        tomorrow();
        await().until(() -> attempts(product) > 0);

        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
        Peers.accountServiceDown(false);
        awaitState(maker, product, "published");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasInTheWayForAWhileDoesNotCountAsAFault() throws SQLException {
        Maker maker = Maker.verified();
        String product = scheduledChange(maker);
        Sql.execute("update work.schedule set attempts = 20 where product_id = '" + product + "'");
        breakState(product);

        tomorrow();
        await().until(() -> attempts(product) > 20 || !state(product).equals("waiting"));

        assertThat(state(product)).isEqualTo("waiting");
        mend();
        Sql.execute("update work.schedule set next_attempt_at = null where product_id = '" + product + "'");
        awaitState(maker, product, "published");
    }

    @Test
    void aFaultOfOursThatComesBackEndsIt() throws SQLException {
        Maker maker = Maker.verified();
        String product = scheduledChange(maker);
        Sql.execute("update work.schedule set attempts = 4, faults = 4 where product_id = '" + product + "'");
        breakState(product);

        tomorrow();

        assertThat(awaitState(maker, product, "failed").<String>path("failure")).contains("on our side");
    }

    @Test
    void afterAllSessionsWereEndedWhatWasSetInOneOfThemIsNotPublished() {
        Maker maker = Maker.verified();
        String product = scheduled(maker, TOMORROW);
        Peers.endSessions(maker.subject, Instant.now().plusSeconds(60));

        tomorrow();

        assertThat(awaitState(maker, product, "failed").<String>path("failure"))
                .contains("all sessions")
                .contains("Set it again");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void whoSignedInAfterAllSessionsWereEndedPublishes() {
        Maker maker = Maker.verified();
        Peers.endSessions(maker.subject, Instant.now().minusSeconds(60));
        String product = scheduled(maker, TOMORROW);

        tomorrow();

        awaitState(maker, product, "published");
    }

    @Test
    void aWithdrawalCancelsIt() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Before"));
        maker.write(product, 1, Drafts.identityOnly("After")).then().statusCode(204);
        schedule(maker, product, TOMORROW);

        maker.command("/v1/products/" + product + ":withdraw", "{\"reason\": {\"en\": \"Sold out\"}}")
                .then()
                .statusCode(200);

        maker.asked().get(address(product)).then().statusCode(404);
    }

    @Test
    void aProductThatTheOperatorSuspendedIsNotChanged() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Before"));
        maker.write(product, 1, Drafts.identityOnly("After")).then().statusCode(204);
        schedule(maker, product, TOMORROW);
        Maker.operator()
                .command("/v1/products/" + product + ":suspend", "{\"reason\": {\"en\": \"Odd\"}}")
                .then()
                .statusCode(200);

        tomorrow();

        assertThat(awaitState(maker, product, "failed").<String>path("failure")).contains("suspended or revoked");
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Before");
    }

    @Test
    void whatAnOperatorDidToTheGtinsIsNotUndone() {
        Maker loser = Maker.verified();
        Maker winner = Maker.verified();
        String moved = Maker.freeGtin();
        String kept = Maker.freeGtin();
        String own = Maker.freeGtin();
        String from = loser.published(named("Loser", kept, moved));
        String to = winner.published(named("Winner", own));
        loser.write(from, 1, named("Loser 2", kept, moved)).then().statusCode(204);
        winner.write(to, 1, named("Winner 2", own)).then().statusCode(204);
        schedule(loser, from, TOMORROW);
        schedule(winner, to, TOMORROW);
        Maker.operator()
                .command(
                        "/v1/gtins/" + moved + ":move",
                        "{\"to\": \"" + to + "\", \"reason\": {\"en\": \"Shown to us\"}}")
                .then()
                .statusCode(200);

        tomorrow();

        awaitState(loser, from, "published");
        awaitState(winner, to, "published");
        Response left = get("/v1/products/" + from);
        assertThat(left.<String>path("name")).isEqualTo("Loser 2");
        assertThat(left.<List<String>>path("gtins")).containsExactly(gtin14(kept));
        assertThat(get("/v1/products/by-gtin/" + moved).<String>path("name")).isEqualTo("Winner 2");
    }

    @Test
    void oneWhoseDraftIsHeldDoesNotHoldUpThoseAfterIt() throws SQLException {
        Maker maker = Maker.verified();
        String held = scheduled(maker, TOMORROW);
        String next = scheduled(maker, TOMORROW.plusMillis(1));

        try (Connection holding = Sql.begin("select from work.product where id = '" + held + "' for update")) {
            tomorrow();
            awaitState(maker, next, "published");
            assertThat(state(held)).isEqualTo("waiting");
        }

        awaitState(maker, held, "published");
    }

    @Test
    void oneThatFailsForAFaultOfOursDoesNotHoldUpThoseAfterIt() throws SQLException {
        Maker maker = Maker.verified();
        String broken = scheduled(maker, TOMORROW);
        String next = scheduled(maker, TOMORROW.plusMillis(1));
        Sql.execute("update work.schedule set content = '{' where product_id = '" + broken + "'");

        tomorrow();

        awaitState(maker, next, "published");
    }

    @Test
    void theFailureOfATimeThatWasChangedMeanwhileIsNotThatOfTheNewOne() {
        Maker maker = Maker.verified();
        String product = scheduled(maker, TOMORROW);
        var old = new ScheduleRepository.Due(
                UUID.fromString(product),
                UUID.fromString(Sql.one("select schedule_id from work.schedule where product_id = '" + product + "'")),
                null,
                Instant.EPOCH,
                0,
                0);
        schedule(maker, product, TOMORROW.plusHours(1));

        scheduling.attempt(old);

        assertThat(state(product)).isEqualTo("waiting");
    }

    @Test
    void whatHasEndedKeepsNothingOfWhatItSaid() {
        Maker maker = Maker.verified();
        String product = scheduled(maker, TOMORROW);

        tomorrow();

        awaitState(maker, product, "published");
        assertThat(Sql.one("select content from work.schedule where product_id = '" + product + "'"))
                .isNull();
    }

    private void tomorrow() {
        authorizations.forget();
        TestClock.set(Instant.now().plus(TOMORROW).plusSeconds(1));
    }

    private static String scheduled(Maker maker, Duration from) {
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly("Planned")).then().statusCode(204);
        schedule(maker, product, from);
        return product;
    }

    private static String scheduledChange(Maker maker) {
        String product = maker.published(Drafts.identityOnly("Before"));
        maker.write(product, 1, Drafts.identityOnly("After")).then().statusCode(204);
        schedule(maker, product, TOMORROW);
        return product;
    }

    /** A row that nobody can read, as only a fault of ours leaves it behind. */
    private void breakState(String product) throws SQLException {
        broken.put(product, Sql.one("select state from projection.product where id = '" + product + "'"));
        Sql.execute("update projection.product set state = '{' where id = '" + product + "'");
    }

    private void mend() throws SQLException {
        for (Map.Entry<String, String> state : broken.entrySet()) {
            Sql.execute("update projection.product set state = '"
                    + state.getValue().replace("'", "''") + "' where id = '" + state.getKey() + "' and state = '{'");
        }
    }

    private static void schedule(Maker maker, String product, Duration from) {
        maker.asked()
                .header("If-Match", maker.draftTag(product))
                .body("{\"publish_at\":\"" + Instant.now().plus(from) + "\"}")
                .put(address(product))
                .then()
                .statusCode(200);
    }

    private static String named(String name, String... gtins) {
        return "{\"identity\": {\"name\": \"%s\", \"device_group\": \"other\", \"category\": \"phone\"}, \"gtins\": [\"%s\"]}"
                .formatted(name, String.join("\", \"", gtins));
    }

    private static String address(String product) {
        return "/v1/products/" + product + "/draft/schedule";
    }

    private static Response awaitState(Maker maker, String product, String state) {
        await("the schedule is " + state).atMost(Duration.ofSeconds(30)).until(() -> state.equals(state(product)));
        return maker.asked().get(address(product));
    }

    private static String state(String product) {
        return Sql.one("select state from work.schedule where product_id = '" + product + "'");
    }

    private static int attempts(String product) {
        return Integer.parseInt(Sql.one("select attempts from work.schedule where product_id = '" + product + "'"));
    }

    private static String gtin14(String gtin) {
        return "0".repeat(14 - gtin.length()) + gtin;
    }
}
