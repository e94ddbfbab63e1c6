package org.livelabel.label;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Armour;
import org.livelabel.gates.MetricsPage;

/** How the service stands up to clients that mean harm or do not know better. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(LabelService.class)
@TestProfile(ArmourTest.ShortLimits.class)
class ArmourTest {
    public static class ShortLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Armour.SHORT;
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
        Armour.whoAsksForManyAtOnceGetsThemInOrder(service.getPort(), "/how");
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
    void whoDoesNotReadIsAnsweredNoMore() {
        Armour.whoDoesNotReadIsAnsweredNoMore(service.getPort(), management.getPort(), "/how");
    }

    @Test
    void aBodyThatDoesNotComeIsAnsweredAndEnds() {
        Armour.aBodyThatDoesNotComeIsAnsweredAndEnds(service.getPort(), "POST / HTTP/1.1\r\n", "GET / HTTP/1.1\r\n");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        Armour.aBodyThatIsTooLargeIsRefusedUnread(service.getPort(), "POST / HTTP/1.1\r\n", 20_000);
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
        Armour.anOddAcceptIsNoFailure(service.getPort(), "/how");
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

    @ParameterizedTest
    @ValueSource(strings = {"/l/NOTHERE2.json", "/l/NOTHERE2/qr.svg", "/l/NOTHERE2/qr.png", "/l/;a/qr.png"})
    void atAddressesOfDataARefusalIsAProblemWhateverIsAccepted(String address) {
        Response missing = given().header("Accept", "text/html").get(address);
        Response notTaken = given().header("Accept", "text/html").delete(address);

        assertThat(missing.statusCode()).isIn(404, 406);
        assertThat(missing.contentType()).startsWith("application/problem+json");
        assertThat(notTaken.statusCode()).isEqualTo(405);
        assertThat(notTaken.contentType()).startsWith("application/problem+json");
        assertThat(notTaken.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void anySiteMayAskAgainWithTheTagThatItHas() {
        Response preflight = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/l/NOTHERE2.json");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void aTagThatAProxyMadeWeakStillCounts() {
        Response page = given().config(
                        RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity")
                .get("/how");

        Response again =
                given().header("If-None-Match", "W/" + page.header("ETag")).get("/how");

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void pagesAndStylesArePackedOnce() {
        Response page = given().header("Accept-Encoding", "gzip").get("/how");

        assertThat(page.getHeaders().getValues("Content-Encoding")).containsExactly("gzip");
        assertThat(page.asString()).contains("</html>");
    }

    @Test
    void whatIsMeasuredIsWhatThePageTells() {
        MetricsPage.check("label-service", get(management + "metrics").asString());
    }
}
