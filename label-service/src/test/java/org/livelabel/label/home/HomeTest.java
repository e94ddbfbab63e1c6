package org.livelabel.label.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.label.LabelService;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class HomeTest {
    @ParameterizedTest
    @CsvSource({
        "9520000012342, /01/9520000012342",
        "9 520000 012342, /01/9520000012342",
        "12345, /01/12345",
        "h4qx-7t2mk, /l/H4QX7T2MK",
        "123456789, /l/123456789",
        "a/b?c, /l/A%2FB%3FC",
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
