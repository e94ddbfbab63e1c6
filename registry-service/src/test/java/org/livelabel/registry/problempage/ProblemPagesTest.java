package org.livelabel.registry.problempage;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ProblemPagesTest {
    @Inject
    ProblemTexts texts;

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(ProblemType type) {
        String path = type.uri().getPath();

        Response page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(texts.of(type).means())
                .as("problems.json says what " + path + " means")
                .isNotBlank();
        assertThat(texts.of(type).remedy()).as("problems.json says what to do").isNotBlank();
        assertThat(page.asString()).contains(type.uri().toString(), "HTTP status " + type.status());
        assertThat(get("/problems").asString()).contains("href=\"" + path + "\"");
    }

    @Test
    void noPageIsMadeUp() {
        assertThat(get("/problems/out-of-tea").statusCode()).isEqualTo(404);
    }
}
