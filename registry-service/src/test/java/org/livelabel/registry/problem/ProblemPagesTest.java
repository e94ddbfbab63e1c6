package org.livelabel.registry.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ProblemPagesTest {
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(ProblemType type) {
        String path = type.uri().getPath();

        Response page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString())
                .contains(
                        "<h1>" + type.title() + "</h1>",
                        type.uri().toString(),
                        "HTTP status " + type.status(),
                        "<h2>What it means</h2>\n<p>",
                        "<h2>What to do</h2>\n<p>")
                .doesNotContain("<p></p>");
        assertThat(get("/problems").asString()).contains("href=\"" + path + "\"");
    }

    @Test
    void aTypeThatAnotherServiceGaveHasItsPageHereToo() {
        assertThat(get("/problems/invalid-gtin").statusCode()).isEqualTo(200);
        assertThat(get("/problems/unavailable").statusCode()).isEqualTo(200);
        assertThat(head("/problems/loading").statusCode()).isEqualTo(200);
    }

    @Test
    void noPageIsMadeUp() {
        assertThat(get("/problems/out-of-tea").statusCode()).isEqualTo(404);
    }
}
