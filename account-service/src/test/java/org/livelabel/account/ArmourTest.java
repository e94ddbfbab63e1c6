package org.livelabel.account;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.ShortLimits;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.Armour;
import org.livelabel.gates.MetricsPage;

/** How the service stands up to clients that mean harm or do not know better. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Surroundings.class)
@TestProfile(ShortLimits.class)
class ArmourTest {
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
        Armour.whoAsksForManyAtOnceGetsThemInOrder(service.getPort(), "/q/openapi");
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
        Armour.aBodyThatIsTooLargeIsRefusedUnread(service.getPort(), "POST / HTTP/1.1\r\n", 3_000_000);
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
        Armour.anOddAcceptIsNoFailure(service.getPort(), "/q/openapi");
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
    void whatIsMeasuredIsWhatThePageTells() {
        MetricsPage.check("account-service", get(management + "metrics").asString());
    }
}
