package org.livelabel.label.resolver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Scrape;
import org.livelabel.label.LabelService;
import org.livelabel.label.follower.FeedStatus;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class ResolverTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    FeedStatus feed;

    @TestHTTPResource
    URI home;

    @BeforeEach
    void aCamera() {
        if (given().get("/l/RES0LVER1.json").statusCode() != 200) {
            UUID camera = REGISTRY.product("RES0LVER1", "View 2 indoor camera", "camera");
            REGISTRY.gtins(camera, "09520000012342", "00000096385074");
        }
        await("the camera")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feed.lastIndex() == REGISTRY.lastIndex() && feed.caughtUp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09520000012342",
                "/01/9520000012342",
                "/01/09520000012342/",
                "/01/96385074",
                "/01/09520000012342/10/KL8G",
                "/01/09520000012342/22/A/10/KL8G/21/99",
                "/01/09520000012342/21/12345/",
                "/01/09520000012342/10/KL%2F8G/21/1%2F2",
                "/01/09520000012342/235/TPX-1"
            })
    void leadsFromANumberToTheLabel(String address) {
        unfollowed().get(address).then().statusCode(307).header("Location", equalTo("/l/RES0LVER1"));
    }

    @Test
    void handsTheQueryOnAndAllowsOtherSitesToAsk() {
        unfollowed()
                .get("/01/09520000012342?linkType=gs1:pip&lang=sv%20x")
                .then()
                .statusCode(307)
                .header("Location", equalTo("/l/RES0LVER1?linkType=gs1:pip&lang=sv%20x"))
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void answersHeadAndOptions() {
        unfollowed().head("/01/09520000012342").then().statusCode(307);
        given().options("/01/09520000012342")
                .then()
                .statusCode(204)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"))
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @ParameterizedTest
    @CsvSource({
        "09520000012343, 'ends in 3, its check digit should be 2'",
        "095200000123421, 'has 15 digits; a GTIN has 8, 12, 13 or 14'",
        "95200000ABC42, must be digits only",
    })
    void saysWhatIsWrongWithANumber(String number, String reason) {
        unfollowed()
                .accept("text/html")
                .get("/01/" + number)
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(reason), containsString("This is not a barcode number"));

        unfollowed()
                .accept("application/json")
                .get("/01/" + number)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://livelabel.org/problems/invalid-gtin"))
                .body("violations[0].field", equalTo("gtin"))
                .body("violations[0].message", containsString(reason));
    }

    @Test
    void saysThatAProductIsNotListedAndNothingElse() {
        String page = unfollowed()
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/01/04006381333931")
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asString();

        assertThat(page)
                .contains("Not listed", "We have no label for this product", "That does not mean it is unsafe")
                .doesNotContain("withdrawn");
        unfollowed()
                .accept("application/problem+json")
                .get("/01/04006381333931")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://livelabel.org/problems/not-listed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09520000012342/foo",
                "/01/09520000012342/10",
                "/01/09520000012342/99/x",
                "/01/09520000012342/10/A/10/B",
                "/01/09520000012342/21/1/10/A",
                "/01/09520000012342/10/123456789012345678901"
            })
    void refusesAnAddressThatDigitalLinkDoesNotKnow(String address) {
        unfollowed().get(address).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/01/09520000012342/%31%30/KL8G, the escaped key %31%30",
        "/%301/09520000012342, does not begin with /01/",
        "/%301/09520000012342/10/KL8G, does not begin with /01/",
        "/01;a=b/09520000012342, does not begin with /01/",
        "/01//09520000012342, two slashes",
        "/01/09520000012342//10/KL8G, two slashes",
        "/01/09520000012342/10//KL8G, two slashes",
        "/01/09520000012342;10=KL8G, must be digits only",
        "/01/09520000012342;10=KL8G/10/KL8G, must be digits only",
    })
    void refusesAnAddressThatCouldBeReadByHalfOnly(String address, String reason) throws Exception {
        HttpResponse<String> data = exactly(address, "application/json");
        HttpResponse<String> page = exactly(address, "text/html");

        assertThat(data.statusCode()).isEqualTo(400);
        assertThat(data.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(data.body()).contains(reason);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(reason);
    }

    @Test
    void hasNothingBehindTwoSlashes() throws Exception {
        assertThat(exactly("//01/09520000012342", "application/json").statusCode())
                .isIn(400, 404);
    }

    /** Other than the clients of the other tests, this one sends an address as it is. */
    private HttpResponse<String> exactly(String address, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(home.resolve("/").toString().replaceAll("/$", "") + address))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void stillLeadsToALabelThatWasTakenOffTheList() {
        UUID old = REGISTRY.product("W1THDRAWN", "Old camera", "camera");
        REGISTRY.gtins(old, "09520000056780");
        REGISTRY.withdraw(old, "Replaced by View 2");
        await("the withdrawal").atMost(Duration.ofSeconds(30)).until(() -> feed.lastIndex() == REGISTRY.lastIndex());

        unfollowed().get("/01/9520000056780").then().statusCode(307).header("Location", equalTo("/l/W1THDRAWN"));
        assertThat(given().get("/l/W1THDRAWN").asString()).contains("Taken off the list", "Replaced by View 2");
    }

    @Test
    void hasAPageForWhatDoesNotExist() {
        given().get("/nowhere").then().statusCode(404).body(containsString("There is no such page"));
        given().post("/l/RES0LVER1").then().statusCode(405).body(containsString("This cannot be done here"));
    }

    @Test
    void whereNumbersLeadIsCountedAndNotWhich() {
        REGISTRY.product("C0VNTED01", "View 3 indoor camera", "camera");
        await("the other camera").atMost(Duration.ofSeconds(30)).until(() -> feed.lastIndex() == REGISTRY.lastIndex());
        Scrape before = Scrape.of(management.toString());

        unfollowed().get("/01/09520000012342").then().statusCode(307);
        unfollowed().get("/01/04006381333931").then().statusCode(404);
        unfollowed().get("/01/09520000012343").then().statusCode(400);
        unfollowed().get("/l/C0VNTED01").then().statusCode(200);
        unfollowed().get("/l/C0VNTED01/qr.png").then().statusCode(200);

        Scrape after = Scrape.of(management.toString());
        for (String outcome : List.of("redirected", "not_found", "invalid")) {
            String label = "outcome=\"" + outcome + "\"";
            assertThat(after.sum("livelabel_resolutions_total", label))
                    .as(outcome)
                    .isEqualTo(before.sum("livelabel_resolutions_total", label) + 1);
        }
        assertThat(after.sum("livelabel_labels_total", "form=\"page\""))
                .isEqualTo(before.sum("livelabel_labels_total", "form=\"page\"") + 1);
        assertThat(after.sum("livelabel_qr_codes_total", "form=\"png\""))
                .isEqualTo(before.sum("livelabel_qr_codes_total", "form=\"png\"") + 1);
        assertThat(after.sum("livelabel_refusals_total", "type=\"not-listed\""))
                .isEqualTo(before.sum("livelabel_refusals_total", "type=\"not-listed\"") + 1);
        assertThat(after.text()).doesNotContain("0952000001234", "C0VNTED01");
    }

    private static RequestSpecification unfollowed() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }
}
