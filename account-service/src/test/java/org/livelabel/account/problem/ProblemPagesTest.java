package org.livelabel.account.problem;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.account.testing.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProblemPagesTest {
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(ProblemType type) {
        Response page = get(type.uri().getPath());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains("<h1>" + type.title() + "</h1>", type.uri().toString(), "HTTP status " + type.status());
    }
}
