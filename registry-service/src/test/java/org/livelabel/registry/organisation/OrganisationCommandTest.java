package org.livelabel.registry.organisation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.OrganisationRegistered;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class OrganisationCommandTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final String id = UUID.randomUUID().toString();

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    ObjectMapper mapper;

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
    void whatItWasCalledBeforeTodaysRulesKeepsNothingElseFromBeingSaid() {
        ObjectNode facts = mapper.createObjectNode()
                .put("name", "Halden \u202eemoH")
                .put("kind", "manufacturer")
                .put("contact", "https://halden.example/a|b")
                .put("verified", true)
                .put("suspended", false);
        publishedByAnEarlierRelease(facts);

        Response same = say(facts.toString());
        Response suspension = say(facts.put("suspended", true).toString());

        assertThat(same.statusCode()).isEqualTo(204);
        assertThat(suspension.statusCode()).isEqualTo(200);
        assertThat(entries()).isEqualTo(2);
        Response organisation = get("/v1/organisations/" + id);
        assertThat(organisation.<Boolean>path("suspended")).isTrue();
        assertThat(organisation.<String>path("contact")).isEqualTo("https://halden.example/a|b");
    }

    @Test
    void aNewNameThatIsRefusedKeepsNothingElseFromBeingSaid() {
        say("Halden Home", false).then().statusCode(200);

        Response first = say("Halden \\u202eemoH", true);
        Response second = say("Halden \\u202eemoH", true);

        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(422, 422);
        assertThat(first.<String>path("violations[0].field")).isEqualTo("/name");
        assertThat(entries()).isEqualTo(2);
        Response organisation = get("/v1/organisations/" + id);
        assertThat(organisation.<String>path("name")).isEqualTo("Halden Home");
        assertThat(organisation.<Boolean>path("suspended")).isTrue();
    }

    @Test
    void anOrganisationThatNobodyKnowsIsNotRegisteredUnderANameThatIsRefused() {
        Response refused = say("Halden \\u202eemoH", true);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(entries()).isZero();
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
        assertThat(say(name, true).statusCode()).isEqualTo(451);
        assertThat(get("/v1/organisations/" + id).<String>path("name")).isEqualTo("Halden Home");
        assertThat(get("/v1/organisations/" + id).<Boolean>path("suspended")).isTrue();
    }

    private void publishedByAnEarlierRelease(ObjectNode facts) {
        UUID organisation = UUID.fromString(id);
        QuarkusTransaction.requiringNew().run(() -> {
            DocumentRef document = documents.store(facts.deepCopy().retain("name", "contact"));
            About about = new About(Subject.organisation(organisation), organisation, organisation);
            log.append(List.of(new OrganisationRegistered(
                    about,
                    facts.get("kind").asText(),
                    null,
                    facts.get("verified").asBoolean(),
                    facts.get("suspended").asBoolean(),
                    document)));
        });
    }

    private Response say(String name, boolean suspended) {
        return say("{\"name\":\"%s\",\"kind\":\"manufacturer\",\"country\":\"SE\",\"verified\":true,\"suspended\":%s}"
                .formatted(name, suspended));
    }

    private Response say(String facts) {
        return given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body(facts)
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
