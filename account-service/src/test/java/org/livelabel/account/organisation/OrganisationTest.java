package org.livelabel.account.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.account.testing.Given;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.issuer.TestToken;
import org.livelabel.postgres.Database;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OrganisationTest {
    private static final String MAKER = """
            {"name": "Halden Home", "kind": "manufacturer", "country": "SE", "contact": "https://halden.example"}""";

    private final UUID person = UUID.randomUUID();

    TestIssuer issuer;
    Database database;

    @Inject
    Given given;

    @Inject
    Idempotency idempotency;

    @Test
    void anOperatorPutsDownAMakerThatNobodyHasVerified() {
        given.verified(Kind.OPERATOR, person, Role.PUBLISHER);

        Response answer = create(token(), UUID.randomUUID().toString(), MAKER);

        assertThat(answer.statusCode()).isEqualTo(201);
        String id = answer.jsonPath().getString("id");
        Map<String, Object> maker = Map.of(
                "id",
                id,
                "name",
                "Halden Home",
                "kind",
                "manufacturer",
                "country",
                "SE",
                "contact",
                "https://halden.example",
                "verified",
                false,
                "suspended",
                false);
        assertThat(answer.jsonPath().getMap("")).isEqualTo(maker);
        answer.then().header("Location", endsWith("/v1/organisations/" + id));
        assertThat(read(token(), id).jsonPath().getMap("")).isEqualTo(maker);
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndNotDoneAgain() throws SQLException {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String key = UUID.randomUUID().toString();
        String body = named("Once " + key);

        Response first = create(token(), key, body);
        Response second = create(token(), key, body);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count("organisation where name = 'Once " + key + "'")).isEqualTo(1);
    }

    @Test
    void aRepeatedRequestMayBeWrittenOtherwise() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String key = UUID.randomUUID().toString();
        Response first = create(token(), key, "{\"kind\":\"manufacturer\",\"name\":\"Halden Home\"}");

        Response second = create(token(), "\"" + key + "\"", """
                {
                  "kind": "manufacturer",
                  "name": "Halden \\u0048ome"
                }""");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void aKeyHasUpTo255Characters() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String longest = "k".repeat(255 - 36) + UUID.randomUUID();

        Response first = create(token(), longest, MAKER);
        Response second = create(token(), longest, MAKER);
        Response refused = create(token(), longest + "k", MAKER);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void requestsWithOneKeyAtTheSameMomentMakeOneOrganisation() throws Exception {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String key = UUID.randomUUID().toString();
        String token = token().signed();
        Callable<String> request = () -> given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(named("Same " + key))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        List<Future<String>> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(java.util.Collections.nCopies(8, request));
        }

        String id = answers.getFirst().get();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(id);
        }
        assertThat(count("organisation where name = 'Same " + key + "'")).isEqualTo(1);
        assertThat(count("outbox_command where organisation_id = '" + id + "'")).isEqualTo(1);
    }

    @Test
    void aKeyIsForOneRequest() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String key = UUID.randomUUID().toString();
        create(token(), key, MAKER).then().statusCode(201);

        create(token(), key, named("Another"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://livelabel.org/problems/idempotency-key-reused"));
    }

    @Test
    void aKeyIsForOneOperation() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String key = UUID.randomUUID().toString();
        String body = named("Halden Home");
        create(token(), key, body).then().statusCode(201);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> idempotency.once(person, key, body, () -> "another thing with the same body")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getType())
                        .hasPath("/problems/idempotency-key-reused"));
    }

    @Test
    void aKeyIsNeeded() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        given().auth()
                .oauth2(token().signed())
                .contentType("application/json")
                .body(MAKER)
                .post("/v1/organisations")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void sixteenMinutesAfterTheSignInTheSecondFactorIsAskedAgain() throws SQLException {
        given.verified(Kind.OPERATOR, person, Role.PUBLISHER);
        String name = "Late " + UUID.randomUUID();

        create(token().signedIn(Duration.ofMinutes(16)), UUID.randomUUID().toString(), named(name))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                .header("WWW-Authenticate", containsString("acr_values=\"aal2\", max_age=\"900\""))
                .body("type", equalTo("https://livelabel.org/problems/insufficient-user-authentication"))
                .body("detail", containsString("max_age=900"));
        create(token().oneFactor(), UUID.randomUUID().toString(), named(name))
                .then()
                .statusCode(401);

        assertThat(count("organisation where name = '" + name + "'")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"EDITOR", "VIEWER"})
    void otherRolesOfAnOperatorMayNot(Role role) {
        given.verified(Kind.OPERATOR, person, role);

        refused();
    }

    @Test
    void anOperatorMayNotBeforeItIsVerifiedOrWhileItIsSuspended() {
        given.unverified(Kind.OPERATOR, person, Role.OWNER, Role.PUBLISHER);
        given.suspended(Kind.OPERATOR, person, Role.OWNER, Role.PUBLISHER);

        refused();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "OPERATOR", mode = EnumSource.Mode.EXCLUDE)
    void otherKindsOfOrganisationMayNot(Kind kind) {
        given.verified(kind, person, Role.OWNER, Role.PUBLISHER);

        refused();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        Response answer = create(token(), UUID.randomUUID().toString(), """
                {"kind": "operator", "country": "sweden", "contact": "javascript:alert(1)", "verified": true, "a/b": 1}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://livelabel.org/problems/invalid-content");
        assertThat(answer.jsonPath().getList("violations.field"))
                .containsExactlyInAnyOrder("/name", "/kind", "/country", "/contact", "/verified", "/a~1b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "' '",
                "' Halden'",
                "'Halden '",
                "'Halden\\nHome'",
                "'\\u00a0'",
                "'\\u3000Halden\\u3000'",
                "'Halden\\u00a0'",
                "5",
                "null",
                "[]",
            })
    void aNameHasToBeOne(String name) {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        String json = name.matches("5|null|\\[]") ? name : "\"" + name + "\"";

        create(token(), UUID.randomUUID().toString(), "{\"kind\":\"manufacturer\",\"name\":" + json + "}")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("/name")));
    }

    @ParameterizedTest
    @CsvSource({
        "\\u202e,U+202E",
        "\\u200b,U+200B",
        "\\u2066,U+2066",
        "\\u0007,U+0007",
        "\\ud800,U+D800",
        "\\ufe0f,U+FE0F",
        "\\ue000,U+E000"
    })
    void aNameHoldsNothingThatNobodySees(String escaped, String code) {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        create(token(), UUID.randomUUID().toString(), named("Halden" + escaped + "Home"))
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("/name")))
                .body("violations[0].message", containsString(code));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x|y,%7C",
        "https://user@a.example/,names a user",
        "https://localhost/,no host",
        "https://192.168.0.1/,no host",
        "mailto:a@b.example,''",
        "mailto:a@b|c.example,%7C"
    })
    void aContactCanBeReadByEveryReader(String address, String remedy) {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        Response answer = create(
                token(),
                UUID.randomUUID().toString(),
                "{\"kind\": \"manufacturer\", \"name\": \"Halden\", \"contact\": \"" + address + "\"}");

        assertThat(answer.statusCode()).isEqualTo(remedy.isEmpty() ? 201 : 422);
        assertThat(answer.asString()).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "'[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[['|flatter",
                "'{\"name\": '|JSON",
                "'{\"name\":\"a\",\"name\":\"b\"}'|twice",
                "'{} {}'|JSON"
            })
    void anUnreadableBodyIsSaidToBe(String body, String hint) {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        create(token(), UUID.randomUUID().toString(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://livelabel.org/problems/unreadable-body"))
                .body("detail", containsString(hint));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);
        byte[] latin1 = "{\"kind\":\"manufacturer\",\"name\":\"Hålden\"}"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        given().auth()
                .oauth2(token().signed())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(latin1)
                .post("/v1/organisations")
                .then()
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void aBodyOverOneMebibyteIsTooLarge() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        create(token(), UUID.randomUUID().toString(), named("x".repeat(1 << 20)))
                .then()
                .statusCode(413)
                .body("type", equalTo("https://livelabel.org/problems/body-too-large"));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        given.verified(Kind.OPERATOR, person, Role.OWNER);

        given().auth()
                .oauth2(token().signed())
                .contentType("text/plain")
                .body(MAKER)
                .post("/v1/organisations")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void membersAndOperatorsReadAnOrganisationAndNobodyElseKnowsOfIt() {
        UUID stranger = UUID.randomUUID();
        UUID operator = UUID.randomUUID();
        UUID maker = given.verified(Kind.MANUFACTURER, person, Role.VIEWER);
        given.verified(Kind.MANUFACTURER, stranger, Role.OWNER, Role.PUBLISHER);
        given.verified(Kind.OPERATOR, operator, Role.VIEWER);

        assertThat(read(token(), maker).statusCode()).isEqualTo(200);
        assertThat(read(issuer.token().subject(operator.toString()), maker).statusCode())
                .isEqualTo(200);
        Response foreign = read(issuer.token().subject(stranger.toString()), maker);
        Response unknown = read(issuer.token().subject(stranger.toString()), UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.asString().replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(unknown.asString().replaceAll("[0-9a-f-]{36}", ""));
        assertThat(read(token(), "not-an-id").statusCode()).isEqualTo(404);
    }

    private void refused() {
        create(token(), UUID.randomUUID().toString(), MAKER)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://livelabel.org/problems/not-allowed"));
    }

    private TestToken token() {
        return issuer.token().subject(person.toString());
    }

    private static Response create(TestToken token, String key, String body) {
        return given().auth()
                .oauth2(token.signed())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/organisations");
    }

    private static Response read(TestToken token, Object id) {
        return given().auth().oauth2(token.signed()).get("/v1/organisations/" + id);
    }

    private static String named(String name) {
        return "{\"kind\":\"manufacturer\",\"name\":\"" + name + "\"}";
    }

    private long count(String from) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
