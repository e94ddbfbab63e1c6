package org.livelabel.registry.caching;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

/** An answer is made for one day, however long it takes: what it says and how long it may be believed. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class MidnightTest {
    private static final Instant MIDNIGHT = Instant.parse("2031-07-01T00:00:00Z");

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/support"})
    void midnightWithinAnAnswerDoesNotTearItApart(String read) {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06-30", ""));
        int ofYesterday = 0;

        // so that midnight comes between any two looks at the clock
        for (int looks = 1; looks <= 5; looks++) {
            int left = 10 * looks - 5;
            TestClock.tick(MIDNIGHT.minusSeconds(left), Duration.ofSeconds(10));
            Response answer = get("/v1/products/" + product + read);
            String status = answer.path(read.isEmpty() ? "support.status" : "current.status");
            if (status.equals("ending")) {
                ofYesterday++;
                assertThat(freshSeconds(answer))
                        .as("%d looks before midnight", looks)
                        .isLessThanOrEqualTo(left);
            } else {
                assertThat(status).isEqualTo("ended");
                assertThat(freshSeconds(answer)).isEqualTo(60);
            }
        }

        assertThat(ofYesterday).isPositive();
    }

    private static int freshSeconds(Response answer) {
        return Integer.parseInt(answer.header("Cache-Control").replace("public, max-age=", ""));
    }
}
