package org.livelabel.web;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URL;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Armour;
import org.livelabel.gates.MetricsPage;
import org.livelabel.gates.RawConnection;

/** How the service stands up to clients that mean harm or do not know better. */
@QuarkusTest
@Tag("slow")
@WithTestResource(WebStack.class)
@TestProfile(Alone.class)
class ArmourTest {
    @TestHTTPResource
    URL service;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

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
        Armour.whoAsksForManyAtOnceGetsThemInOrder(service.getPort(), "/");
    }

    @Test
    void nothingIsSmuggled() {
        Armour.nothingIsSmuggled(service.getPort());
    }

    @Test
    void thePortOfHealthIsGuardedToo() {
        Armour.thePortOfHealthIsGuardedToo(managementPort, 70);
    }

    @Test
    void aBodyThatCannotBeReadIsAProblem() {
        Armour.aBodyThatCannotBeReadIsAProblem(service.getPort());
    }

    @Test
    void aBodyThatDoesNotComeIsAnsweredAndEnds() {
        Armour.aBodyThatDoesNotComeIsAnsweredAndEnds(
                service.getPort(),
                "POST / HTTP/1.1\r\nAccept: application/json\r\n",
                "GET / HTTP/1.1\r\nAccept: application/json\r\n");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        Armour.aBodyThatIsTooLargeIsRefusedUnread(
                service.getPort(), "POST / HTTP/1.1\r\nAccept: application/json\r\n", 100_000);
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
        Armour.anOddAcceptIsNoFailure(service.getPort(), "/");
    }

    @Test
    void healthAndMetricsHaveADoorOfTheirOwn() {
        Response health = get("http://localhost:" + managementPort + "/q/health/live");
        Response metrics = get("http://localhost:" + managementPort + "/q/metrics");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(metrics.asString()).contains("livelabel_connections_open");
        assertThat(get("/q/health").statusCode()).isEqualTo(404);
        assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserGetsAPageAndAProgramAProblem() {
        Response page = given().header("Accept", "text/html,*/*;q=0.8").get("/q/nothing");
        Response problem = given().header("Accept", "application/json").get("/q/nothing");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("There is no such page");
        assertThat(problem.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aBrowserWhoseBodyIsTooLargeGetsAPage() {
        String answer = RawConnection.exchange(
                service.getPort(),
                "POST / HTTP/1.1\r\nHost: a\r\nAccept: text/html,*/*;q=0.8\r\nContent-Length: 100000\r\n"
                        + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("text/html").contains("</html>");
    }

    @Test
    void aBrowserGetsAPageEvenWhereItsRequestCannotBeRead() {
        String answer = RawConnection.exchange(
                service.getPort(), "GET / HTTP/1.1\r\nHost: a b\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("text/html").contains("</html>");
    }

    @Test
    void noSettingIsForAPartThatWebDoesNotHave() {
        assertThat(ConfigProvider.getConfig().getPropertyNames())
                .noneMatch(name -> name.startsWith("quarkus.smallrye-openapi."));
    }

    @Test
    void pagesArePackedForWhoAsks() {
        Response page = given().header("Accept-Encoding", "gzip").get("/");

        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(page.asString()).contains("</html>");
    }

    @Test
    void whatIsMeasuredIsWhatThePageTells() {
        MetricsPage.check(
                "web", get("http://localhost:" + managementPort + "/q/metrics").asString());
    }
}
