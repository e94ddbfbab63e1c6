package org.livelabel.registry;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Armour;
import org.livelabel.gates.MetricsPage;
import org.livelabel.gates.RawConnection;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** How the service stands up to clients that mean harm or do not know better. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
@TestProfile(ArmourTest.ShortLimits.class)
class ArmourTest {
    private static final int WORKERS = 8;

    public static class ShortLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> limits = new HashMap<>(Armour.SHORT);
            limits.put("quarkus.thread-pool.max-threads", String.valueOf(WORKERS));
            limits.put("livelabel.bodies.large.stretch", "1S");
            // here this machine is as limited as any other; what the test profile says would win without its name
            limits.put("%test.livelabel.connections.exempt", "192.0.2.0/24");
            return limits;
        }
    }

    @TestHTTPResource
    URL service;

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Test
    void headersThatDripAreCutOff() {
        Armour.headersThatDripAreCutOff(service.getPort());
    }

    @Test
    void anUpgradeToHttp2IsNotTaken() {
        Armour.anUpgradeToHttp2IsNotTaken(service.getPort());
    }

    @Test
    void whoAsksForManyAtOnceGetsThemInOrder() {
        Armour.whoAsksForManyAtOnceGetsThemInOrder(service.getPort(), "/v1/categories");
    }

    @Test
    void nothingIsSmuggled() {
        Armour.nothingIsSmuggled(service.getPort());
    }

    @Test
    void thePortOfHealthIsGuardedToo() {
        Armour.thePortOfHealthIsGuardedToo(management.getPort(), 70);
    }

    @Test
    void aBodyThatCannotBeReadIsAProblem() {
        Armour.aBodyThatCannotBeReadIsAProblem(service.getPort());
    }

    @Test
    void aBodyThatDoesNotComeIsAnsweredAndEnds() {
        Armour.aBodyThatDoesNotComeIsAnsweredAndEnds(service.getPort(), "POST / HTTP/1.1\r\n", "GET / HTTP/1.1\r\n");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        Armour.aBodyThatIsTooLargeIsRefusedUnread(service.getPort(), "POST / HTTP/1.1\r\n", 6_000_000);
    }

    @Test
    void oneAddressHasOnlySoManyConnections() {
        Armour.oneAddressHasOnlySoManyConnections(service.getPort(), 70);
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        Armour.whatCannotBeReadIsAProblem(service.getPort());
    }

    @Test
    void unknownAddressesAreProblemsForPrograms() {
        Armour.unknownAddressesAreProblems(service.getPort());
    }

    @Test
    void anOddAcceptIsNoFailure() {
        Armour.anOddAcceptIsNoFailure(service.getPort(), "/v1/categories");
    }

    @Test
    void healthAndMetricsHaveADoorOfTheirOwn() {
        Response health = get(management + "health/live");
        Response metrics = get(management + "metrics");

        assertThat(health.statusCode()).as(management.toString()).isEqualTo(200);
        assertThat(metrics.asString()).contains("livelabel_connections_open");
        assertThat(get("/q/health").statusCode()).isEqualTo(404);
        assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void slowBodiesHoldNoWorker() {
        List<RawConnection> slow = IntStream.range(0, 2 * WORKERS)
                .mapToObj(i -> RawConnection.open(service.getPort())
                        .send("POST /v1/products:lookup HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"gt"))
                .toList();

        Response read = get("/v1/categories");
        Response ready = get(management + "health/ready");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(slow.stream().map(RawConnection::rest)).allMatch(answer -> answer.startsWith("HTTP/1.1 408 "));
    }

    @Test
    void oneAddressHoldsOnlyItsShareOfTheMemoryForBodies() {
        String head = "POST /v1/products:lookup HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 4900000\r\n\r\n";
        String most = " ".repeat(4_000_000);
        try (RawConnection first = RawConnection.open(service.getPort());
                RawConnection second = RawConnection.open(service.getPort())) {
            first.send(head).send(most);
            second.send(head).send(most);

            // they are read at the same time: who comes to the limit is refused, and that may be either, or both at
            // once
            assertThat(Stream.of(first, second).map(connection -> connection.until("\r\n\r\n")))
                    .anyMatch(answer -> answer.startsWith("HTTP/1.1 503 "));
        }
    }

    @Test
    void nothingBehindAnAddressIsForEverAbsent() {
        String answer = RawConnection.exchange(
                service.getPort(),
                "GET /v1/products/11111111-1111-4111-8111-111111111111 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").containsIgnoringCase("cache-control: no-store");
    }

    @Test
    void anImportThatStopsIsAnsweredAndEnds() {
        // before the connection, whose time runs from its begin
        String beginning = anImport(1000) + "\r\n{}\n";
        try (RawConnection connection = RawConnection.open(service.getPort())) {
            String answer = connection.send(beginning).rest();

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("/problems/body-too-slow");
        }
    }

    @Test
    void aFileFromNobodyIsNotReceived() {
        try (RawConnection connection = RawConnection.open(service.getPort())) {
            String answer = connection
                    .send("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Content-Length: 1000000000\r\nExpect: 100-continue\r\n\r\n")
                    .rest();

            assertThat(answer).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void aFileFromWhomWeDoNotKnowFailsNothing() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);

        try (RawConnection connection = RawConnection.open(service.getPort())) {
            String answer = connection
                    .send("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Authorization: Bearer nonsense\r\nContent-Length: 1000000000\r\n\r\n{}")
                    .rest();

            assertThat(answer).startsWith("HTTP/1.1 401 ");
            assertThat(logged).noneMatch(record -> record.getThrown() != null);
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    void whoAsksBeforeSendingIsToldToGoOn() {
        String head = anImport(3);
        try (RawConnection connection = RawConnection.open(service.getPort())) {
            connection
                    .send(head + "Expect: 100-continue\r\nConnection: close\r\n\r\n")
                    .until("\r\n\r\n");

            String answer = connection.send("{}\n").rest();

            assertThat(answer).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void whatACallerWritesIntoAnAddressDoesNotReachTheLog() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);

        String answer = RawConnection.exchange(
                service.getPort(),
                "GET /v1/organisations/a%0d%0aforged?kind=forged HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        Logger.getLogger("").removeHandler(listener);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(logged).noneMatch(record -> (record.getLoggerName() + " " + record.getMessage()).contains("forged"));
        assertThat(get(management + "metrics").asString()).contains("http_server_requests_seconds_count", "status=\"4");
    }

    @Test
    void whatNobodyServesIsOneLineOfTheMetrics() {
        given().put("/v1/products/made-up-1/disclosure").then().statusCode(405);
        given().delete("/v1/made-up-2").then().statusCode(404);

        assertThat(get(management + "metrics").asString())
                .contains("http_server_requests_seconds_count")
                .doesNotContain("made-up");
    }

    @Test
    void whatIsMeasuredIsWhatThePageTells() {
        MetricsPage.check("registry-service", get(management + "metrics").asString());
    }

    private static Handler listener(List<LogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String anImport(int length) {
        Maker maker = Maker.verified();
        return "POST /v1/imports?dry_run=true&publisher=" + maker.organisation + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + maker.token().signed() + "\r\nIdempotency-Key: " + maker.organisation
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n";
    }
}
