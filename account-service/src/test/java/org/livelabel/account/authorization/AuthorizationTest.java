package org.livelabel.account.authorization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.Role;
import org.livelabel.account.testing.Given;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.postgres.Database;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AuthorizationTest {
    private final UUID person = UUID.randomUUID();

    TestIssuer issuer;
    Database database;

    @Inject
    Given given;

    @Test
    void theRegistryLearnsWhatAPersonMayDo() {
        UUID maker = given.verified(Kind.MANUFACTURER, person, Role.EDITOR, Role.PUBLISHER);

        Response answer = ask("registry-service", person.toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("")).isEqualTo(new JsonPath("""
                                {"subject": "%s", "organisations": [
                                  {"id": "%s", "kind": "manufacturer", "verified": true, "suspended": false,
                                   "roles": ["editor", "publisher"]}]}""".formatted(person, maker)).getMap(""));
    }

    @Test
    void aRemovedMemberIsOutAtOnce() throws SQLException {
        given.verified(Kind.MANUFACTURER, person, Role.PUBLISHER);
        ask("registry-service", person.toString()).then().body("organisations.size()", equalTo(1));

        try (var connection = database.connect();
                var delete = connection.prepareStatement("delete from membership where subject = ?")) {
            delete.setObject(1, person);
            delete.execute();
        }

        ask("registry-service", person.toString()).then().body("organisations.size()", equalTo(0));
    }

    @Test
    void theRegistryLearnsWhenAllSessionsWereEnded() throws SQLException {
        endSessions(Instant.parse("2026-11-24T08:00:00.5Z"));

        ask("registry-service", person.toString())
                .then()
                .body("signed_in_after", equalTo("2026-11-24T08:00:00.500000Z"));
    }

    @Test
    void whoSignedInBeforeThatIsAskedToSignInAgain() throws SQLException {
        given.verified(Kind.MANUFACTURER, person, Role.OWNER);
        endSessions(Instant.now().minus(Duration.ofMinutes(5)));

        Response refused = me(Duration.ofMinutes(6));
        Response taken = me(Duration.ofMinutes(4));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.<String>path("type")).endsWith("/insufficient-user-authentication");
        assertThat(refused.<String>path("detail")).contains("Sign in again");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_user_authentication\"", "max_age=\"30");
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6e1f8a52-0d8c-4c55-8f6a-31a3f3f7a1d9", "service-account-web", "'; drop table membership"})
    void somebodyUnknownMayDoNothing(String subject) {
        ask("registry-service", subject)
                .then()
                .statusCode(200)
                .body("subject", equalTo(subject))
                .body("organisations.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "livelabel-cli", "account-service", "label-service"})
    void nobodyElseMayAsk(String client) {
        ask(client, person.toString())
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://livelabel.org/problems/not-allowed"));
    }

    @Test
    void aQuestionWithoutASubjectIsUnreadable() {
        given().auth()
                .oauth2(issuer.token().client("registry-service").signed())
                .get("/internal/authorizations")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("subject"));
    }

    private Response me(Duration signedInAgo) {
        return given().auth()
                .oauth2(issuer.token()
                        .subject(person.toString())
                        .signedIn(signedInAgo)
                        .signed())
                .get("/v1/me");
    }

    private void endSessions(Instant moment) throws SQLException {
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "insert into session_epoch (subject, signed_in_after) values (?, ?)")) {
            insert.setObject(1, person);
            insert.setObject(2, moment.atOffset(ZoneOffset.UTC));
            insert.execute();
        }
    }

    private Response ask(String client, String subject) {
        return given().auth()
                .oauth2(issuer.token().client(client).signed())
                .queryParam("subject", subject)
                .get("/internal/authorizations");
    }
}
