package org.livelabel.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.hostile.Caller;
import org.livelabel.gates.hostile.HostileReport;
import org.livelabel.gates.hostile.HostileWalk;
import org.livelabel.label.follower.FeedStatus;

/** Whatever is sent, to whatever is offered: no failure on our side, and what is refused is refused in words. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class HostileInputTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    FeedStatus feed;

    @Test
    void nothingThatIsSentMakesTheServiceFail() {
        if (given().get("/l/RES0LVER1.json").statusCode() != 200) {
            UUID camera = REGISTRY.product("RES0LVER1", "View 2 indoor camera", "camera");
            REGISTRY.gtins(camera, "09520000012342", "00000096385074");
        }
        await("the camera")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feed.lastIndex() == REGISTRY.lastIndex() && feed.caughtUp());
        Caller.Values known = (path, parameter) -> Optional.ofNullable(
                switch (parameter) {
                    case "code" -> "RES0LVER1";
                    case "gtin" -> "09520000012342";
                    case "qualifiers" -> "10/A";
                    default -> null;
                });

        HostileReport report = HostileWalk.walkPages(
                service,
                given().queryParam("format", "json").get("/q/openapi").asString(),
                List.of(
                        Caller.of("browser", Map.of("Accept", "text/html"), known),
                        Caller.of("program", Map.of(), known)));

        System.out.println("label-service: " + report);
        assertThat(report.offences()).isEmpty();
        assertThat(report.requests()).isGreaterThan(500);
    }
}
