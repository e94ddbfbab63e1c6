package org.livelabel.label.page;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.label.LabelService;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class ProblemPagesTest {
    @ParameterizedTest
    @EnumSource(Refusal.Type.class)
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(Refusal.Type type) {
        Response page = get(type.uri().getPath());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString()).contains(type.uri().toString(), "What it means", "What to do");
    }

    @Test
    void noPageIsMadeUp() {
        assertThat(get("/problems/out-of-tea").statusCode()).isEqualTo(404);
    }
}
