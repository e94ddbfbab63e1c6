package org.livelabel.registry.organisation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class OrganisationCommandTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final String id = UUID.randomUUID().toString();

    @Test
    void ofTwoEqualCommandsAtOnceOneMakesAnEntry() throws SQLException {
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try (Connection head = Sql.begin("select from log.head for update")) {
            int waiting = Sql.waiting();
            first = CompletableFuture.supplyAsync(() -> say("Halden Home", false), THREADS);
            second = CompletableFuture.supplyAsync(() -> say("Halden Home", false), THREADS);
            await().until(() -> Sql.waiting() == waiting + 2);
        }

        assertThat(List.of(first.join().statusCode(), second.join().statusCode()))
                .containsExactlyInAnyOrder(200, 204);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void theSameAgainMakesNoEntryAndSomethingElseDoes() {
        assertThat(say("Halden Home", false).statusCode()).isEqualTo(200);
        assertThat(say("Halden Home", false).statusCode()).isEqualTo(204);
        assertThat(say("Halden Home", true).statusCode()).isEqualTo(200);
        assertThat(say("Halden Home", true).statusCode()).isEqualTo(204);

        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void aWithheldNameKeepsNothingElseFromBeingSaid() {
        String name = "Ann Example " + id;
        int index = say(name, false).path("log_index");
        withhold(get("/v1/feed?lastEventId=%012d".formatted(index - 1)).path("[0].data.document.sha256"));

        assertThat(say(name, false).statusCode()).isEqualTo(204);
        assertThat(say(name, true).statusCode()).isEqualTo(200);

        Response organisation = get("/v1/organisations/" + id);
        assertThat(organisation.<String>path("name")).isEqualTo("(name withheld)");
        assertThat(organisation.<Boolean>path("suspended")).isTrue();
    }

    @Test
    void aWithheldNameIsNotTakenAgain() {
        String name = "Ann Example " + id;
        int index = say(name, false).path("log_index");
        withhold(get("/v1/feed?lastEventId=%012d".formatted(index - 1)).path("[0].data.document.sha256"));
        assertThat(say("Halden Home", false).statusCode()).isEqualTo(200);

        Response refused = say(name, false);

        assertThat(refused.statusCode()).isEqualTo(451);
        assertThat(refused.<String>path("type")).endsWith("/withheld");
    }

    private Response say(String name, boolean suspended) {
        return given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body(
                        "{\"name\":\"%s\",\"kind\":\"manufacturer\",\"country\":\"SE\",\"verified\":true,\"suspended\":%s}"
                                .formatted(name, suspended))
                .put("/internal/organisations/" + id);
    }

    private int entries() {
        return Integer.parseInt(Sql.one("select count(*) from log.entry where subject = 'organisations/" + id + "'"));
    }

    private static void withhold(String sha256) {
        Maker.operator()
                .command("/v1/blobs/" + sha256 + ":withhold", "{\"reason\": \"personal_data\"}")
                .then()
                .statusCode(200);
    }
}
