package org.livelabel.label.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.label.LabelService;
import org.livelabel.label.follower.FeedStatus;

/** What is said to one reader's condition is kept by no cache as the label. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class PreconditionTest {
    @TestHTTPResource("/l/C0ND1T10N")
    URI label;

    @Inject
    FeedStatus feed;

    @BeforeEach
    void publish() {
        if (given().get("/l/C0ND1T10N").statusCode() != 200) {
            REGISTRY.product("C0ND1T10N", "Lamp", "light");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> feed.lastIndex() == REGISTRY.lastIndex() && feed.caughtUp());
        }
    }

    @Test
    void aPageThatIsNotTheOneAskedForIsRefusedWithAPageThatNobodyKeeps() throws Exception {
        HttpResponse<String> answer = withIfMatch(label, "\"another\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("This cannot be done here");
    }

    @Test
    void dataThatIsNotWhatWasAskedForIsRefusedWithAProblemThatNobodyKeeps() throws Exception {
        HttpResponse<String> answer = withIfMatch(URI.create(label + ".json"), "\"another\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":412");
    }

    @Test
    void whatIsAskedForIsAnswered() throws Exception {
        String tag = withIfMatch(label, "*").headers().firstValue("ETag").orElseThrow();

        assertThat(withIfMatch(label, tag).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> withIfMatch(URI address, String tag) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).header("If-Match", tag).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
