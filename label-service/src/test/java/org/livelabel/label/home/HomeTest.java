package org.livelabel.label.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.label.LabelService;
import org.livelabel.label.follower.FeedStatus;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class HomeTest {
    @Inject
    FeedStatus feed;

    @BeforeEach
    void someProducts() {
        if (given().get("/l/H0MEC0DE1.json").statusCode() != 200) {
            UUID camera = REGISTRY.product("H0MEC0DE1", "View 2 indoor camera", "camera");
            REGISTRY.gtins(camera, "09520000812348", "00000096385081");
            REGISTRY.product("123456789", "Digits", "light");
        }
        await("the products")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feed.lastIndex() == REGISTRY.lastIndex() && feed.caughtUp());
    }

    @ParameterizedTest
    @CsvSource({
        "9520000812348, /01/9520000812348",
        "9 520000 812348, /01/9520000812348",
        "96385081, /01/96385081",
        "h0me-code1, /l/H0MEC0DE1",
        "123456789, /l/123456789",
    })
    void leadsFromWhatWasTypedToTheLabel(String typed, String address) {
        given().redirects()
                .follow(false)
                .queryParam("q", typed)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", equalTo(address));
    }

    @ParameterizedTest
    @CsvSource({
        "Solo lamp by Hjem, 404, No label has the code Solo lamp by Hjem.",
        "h4qx-7t2ml, 404, No label has the code h4qx-7t2ml.",
        "a/b?c, 404, No label has the code a/b?c.",
        "12345, 400, has 5 digits",
        "4006381 333932, 400, its check digit should be 1",
        "4006381 333931, 404, We have no label for this product",
    })
    void leavesWhatLeadsNowhereInTheFieldAsItWasTyped(String typed, int status, String said) {
        given().accept("text/html")
                .queryParam("q", typed)
                .get("/")
                .then()
                .statusCode(status)
                .body(containsString("value=\"" + typed + "\""), containsString(said));
    }

    @Test
    void cutsNoLongNameOff() {
        String name = "a lamp with a name that is longer than any code or number ever was 🛋";

        given().queryParam("q", name).get("/").then().statusCode(404).body(containsString("value=\"" + name + "\""));
        given().queryParam("q", "x" + "🛋".repeat(200))
                .get("/")
                .then()
                .statusCode(404)
                .body(containsString("🛋\""));
    }

    @Test
    void doesNotChooseAmongSeveral() {
        given().accept("text/html")
                .get("/?q=H0MEC0DE1&q=123456789")
                .then()
                .statusCode(400)
                .body(containsString("The value of q is there more than once"));
    }

    @Test
    void asksAgainWhereNothingWasTyped() throws IOException {
        given().get("/?q=").then().statusCode(200).body(containsString("Type a number or a code first."));
        keep("home", given().get("/").asString());
        keep("not-listed", given().get("/01/4006381333931").asString());
        keep("wrong-number", given().get("/01/4006381333932").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "/01/4006381333931, 4006381333931",
        "/01/04006381333931, 4006381333931",
        "/01/4006381333932, 4006381333932",
        "/l/H4QX7T2MK, H4QX7T2MK",
        "/l/A%2FB%3FC, A/B?C",
        "/l/%22%3E%3Cb%3E, &quot;&gt;&lt;b&gt;"
    })
    void leavesWhatWasTypedInTheFieldWhereItLeadsNowhere(String path, String typed) {
        given().urlEncodingEnabled(false).get(path).then().body(containsString("value=\"" + typed + "\""));
    }

    @Test
    void explainsHowAnswersAreMarked() throws IOException {
        String page = given().get("/how").then().statusCode(200).extract().asString();

        assertThat(page).contains("Safe starting password", "access.default_password", "Silence never helps");
        keep("how", page);
    }

    private static void keep(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}
