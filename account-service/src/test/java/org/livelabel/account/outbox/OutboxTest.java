package org.livelabel.account.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.OrganisationFacts;
import org.livelabel.account.organisation.Organisations;
import org.livelabel.account.testing.RegistryPeer;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.Scrape;
import org.livelabel.postgres.Database;

@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Surroundings.class)
class OutboxTest {
    private static final String DELIVERIES = "livelabel_outbox_delivery_seconds_count";

    private final UUID organisation = UUID.randomUUID();

    RegistryPeer registry;
    Database database;

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    Organisations organisations;

    @Inject
    Outbox outbox;

    @Inject
    OutboxStore store;

    @Inject
    @Liveness
    OutboxHealth health;

    @Inject
    MeterRegistry metrics;

    @Test
    void theRegistryIsToldByThisServiceItself() throws SQLException {
        create();

        await().until(() -> registry.heardAbout(organisation).size() == 1);
        RegistryPeer.Command command = registry.heardAbout(organisation).getFirst();
        assertThat(command.method()).isEqualTo("PUT");
        assertThat(command.path()).isEqualTo("/internal/organisations/" + organisation);
        assertThat(command.client()).isEqualTo("account-service");
        assertThat(new JsonPath(command.body()).getMap("")).isEqualTo(new JsonPath("""
                                {"name":"Halden Home","kind":"manufacturer","country":"SE","verified":true,
                                 "suspended":false}""").getMap(""));
        await().until(() -> attempts().equals(List.of("delivered 200")));
        System.out.println("delivered after commit in ms: " + delay());
    }

    @Test
    void aRolledBackChangeIsNotTold() {
        QuarkusTransaction.begin();
        organisations.create(organisation, facts());
        QuarkusTransaction.rollback();
        UUID later = UUID.randomUUID();
        organisations.create(later, facts());

        await().until(() -> registry.heardAbout(later).size() == 1);
        assertThat(registry.heardAbout(organisation)).isEmpty();
    }

    @Test
    void whatARegistryThatIsAwayMissesItIsToldWhenItComesBack() {
        registry.goDown();
        try {
            create();
            await().until(() -> attempts().contains("failed null"));
        } finally {
            registry.comeBack();
        }

        await().until(() -> registry.heardAbout(organisation).size() == 1);
        await().until(() -> attempts().getLast().equals("delivered 200"));
    }

    @Test
    void aRefusalIsWrittenDownAndTriedAgain() {
        registry.answerNext(500, 503);

        create();

        await().until(() -> attempts().equals(List.of("refused 500", "refused 503", "delivered 200")));
        assertThat(registry.heardAbout(organisation))
                .hasSize(3)
                .extracting(RegistryPeer.Command::body)
                .containsOnly(registry.heardAbout(organisation).getFirst().body());
    }

    @Test
    void anOwnTokenThatHasJustRunOutIsReplacedWithinTheSameAttempt() {
        registry.answerNext(401);

        create();

        await().until(() -> attempts().equals(List.of("delivered 200")));
        assertThat(registry.heardAbout(organisation)).hasSize(2);
        assertThat(registry.heardAbout(organisation))
                .extracting(RegistryPeer.Command::token)
                .doesNotHaveDuplicates();
    }

    @Test
    void theWorkerIsWatched() throws SQLException {
        registry.answerNext(500, 500, 500);
        create();
        await().until(() -> attempts().contains("refused 500"));

        HealthCheckResponse answer = health.call();
        execute("update outbox_command set written_at = written_at - interval '1 hour' where organisation_id = '"
                + organisation + "'");
        double lag = metrics.get("livelabel.outbox.lag").gauge().value();

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(lag).isGreaterThanOrEqualTo(3600);
        await().until(() -> attempts().contains("delivered 200"));
        assertThat(metrics.get("livelabel.worker.alive")
                        .tag("worker", "outbox")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void aCommandWhoseAnswerIsLostIsSentAgain() {
        registry.answerNext(RegistryPeer.NO_ANSWER);

        create();

        await().until(() -> attempts().equals(List.of("failed null", "delivered 200")));
        assertThat(registry.heardAbout(organisation)).hasSize(2);
    }

    @Test
    void changesOfOneOrganisationKeepTheirOrder() {
        registry.answerNext(500);

        create();
        for (int i = 1; i <= 5; i++) {
            change("{\"change\":" + i + "}");
        }

        await().until(() -> registry.heardAbout(organisation).size() == 7);
        assertThat(registry.heardAbout(organisation).stream().skip(2).map(RegistryPeer.Command::body))
                .containsExactly(
                        "{\"change\":1}", "{\"change\":2}", "{\"change\":3}", "{\"change\":4}", "{\"change\":5}");
    }

    @Test
    void oneOrganisationsTroubleDoesNotHoldUpAnother() {
        registry.answerNext(422);
        create();
        await().until(() -> attempts().contains("refused 422"));
        UUID other = UUID.randomUUID();

        organisations.create(other, facts());

        await().until(() -> registry.heardAbout(other).size() == 1);
        await().until(() -> attempts().contains("delivered 200"));
    }

    @Test
    void whatTheRegistryWillNeverTakeIsPassedOverAndStaysToBeSeen() throws SQLException {
        registry.answerNext(451, 451, 451, 451, 451);

        create();
        change("{\"change\":1}");

        await().until(() -> {
            execute("update outbox_command set next_attempt_at = now() where organisation_id = '" + organisation + "'");
            return attempts().contains("delivered 200");
        });
        assertThat(attempts())
                .containsExactly(
                        "refused 451", "refused 451", "refused 451", "refused 451", "refused 451", "delivered 200");
        assertThat(registry.heardAbout(organisation).getLast().body()).isEqualTo("{\"change\":1}");
        assertThat(number("select count(*) from outbox_command where organisation_id = '" + organisation
                        + "' and refused_at is not null and delivered_at is null"))
                .isEqualTo(1);
        assertThat(Scrape.of(management.toString()).sum("livelabel_outbox_refused"))
                .isPositive();
    }

    @Test
    void attemptsThatMetSomethingElseDoNotCountAsRefusals() throws SQLException {
        registry.answerNext(503, 503, 503, 503, 503, 422);

        create();

        await().until(() -> {
            execute("update outbox_command set next_attempt_at = now() where organisation_id = '" + organisation + "'");
            return attempts().contains("delivered 200");
        });
        assertThat(attempts()).endsWith("refused 422", "delivered 200");
        assertThat(number("select count(*) from outbox_command where organisation_id = '" + organisation
                        + "' and refused_at is not null"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 429, 500, 502, 503})
    void whatMayBeAboutTheMomentIsNeverGivenUp(int status) {
        assertThat(Outcome.answered(status).isAboutTheFacts()).isFalse();
        assertThat(Outcome.unanswered().isAboutTheFacts()).isFalse();
    }

    @Test
    void whatAProcessHadTakenWhenItDiedIsTakenUpByAnother() throws SQLException {
        // as a process leaves it that is killed between sending and writing down the answer
        execute("insert into organisation values ('" + organisation
                + "', 'Left', 'lab', null, null, true, false, now())");
        execute("insert into outbox_command (organisation_id, body, written_at, attempts, next_attempt_at) values ('"
                + organisation + "', '{\"left\":true}', now(), 1, now() + interval '2 seconds')");
        execute("insert into outbox_attempt select id, 1, now(), null, 'started', null from outbox_command "
                + "where organisation_id = '" + organisation + "'");

        await().until(() -> attempts().equals(List.of("started null", "delivered 200")));
        assertThat(registry.heardAbout(organisation))
                .extracting(RegistryPeer.Command::body)
                .containsExactly("{\"left\":true}");
    }

    @Test
    void anAttemptThatTookTooLongHasNoSayInTheNext() throws SQLException {
        registry.answerNext(500);
        create();
        await().until(() -> attempts().equals(List.of("refused 500", "delivered 200")));
        long id = number("select id from outbox_command where organisation_id = '" + organisation + "'");

        store.finish(new OutboxCommand(id, organisation, "", 1), Outcome.unanswered());

        assertThat(number("select count(*) from outbox_command where id = " + id + " and delivered_at is not null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "6, PT32S", "7, PT1M", "1000, PT1M"})
    void pausesDoubleUpToAMinute(int attempt, Duration pause) {
        assertThat(OutboxStore.pause(attempt)).isEqualTo(pause);
    }

    @Test
    void whatWaitsAndHowAttemptsEndIsMeasured() {
        Scrape before = Scrape.of(management.toString());
        registry.answerNext(503, RegistryPeer.NO_ANSWER, 503);

        create();
        await().until(() -> attempts().size() == 3 && attempts().getLast().equals("refused 503"));
        Scrape waiting = Scrape.of(management.toString());
        await().until(() -> attempts().getLast().equals("delivered 200"));
        await().until(() -> deliveries("delivered") > before.sum(DELIVERIES, "outcome=\"delivered\""));

        assertThat(waiting.sum("livelabel_outbox_waiting")).isPositive();
        assertThat(waiting.sum("livelabel_outbox_lag_seconds")).isPositive();
        assertThat(deliveries("refused")).isEqualTo(before.sum(DELIVERIES, "outcome=\"refused\"") + 2);
        assertThat(deliveries("failed")).isEqualTo(before.sum(DELIVERIES, "outcome=\"failed\"") + 1);
        assertThat(Scrape.of(management.toString()).sum("livelabel_worker_last_success_timestamp_seconds"))
                .isPositive();
    }

    private double deliveries(String outcome) {
        return Scrape.of(management.toString()).sum(DELIVERIES, "outcome=\"" + outcome + "\"");
    }

    private void create() {
        organisations.create(organisation, facts());
    }

    private void change(String body) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(organisation, body));
    }

    private static OrganisationFacts facts() {
        return new OrganisationFacts("Halden Home", Kind.MANUFACTURER, "SE", null, true, false);
    }

    private List<String> attempts() {
        List<String> attempts = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select outcome, status from outbox_attempt a join outbox_command c on c.id = a.command_id "
                                + "where organisation_id = '" + organisation + "' order by c.id, number")) {
            while (rows.next()) {
                attempts.add(rows.getString(1) + " " + rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return attempts;
    }

    private long delay() throws SQLException {
        return number("select extract(milliseconds from started_at - written_at)::bigint from outbox_attempt a "
                + "join outbox_command c on c.id = a.command_id where organisation_id = '" + organisation + "'");
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
