package org.livelabel.account.me;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.Role;
import org.livelabel.account.testing.Given;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.issuer.TestToken;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MeTest {
    private final UUID person = UUID.randomUUID();

    TestIssuer issuer;

    @Inject
    Given given;

    @Test
    void aPersonSeesItsOrganisationsAndRoles() {
        UUID lab = given.unverified(Kind.LAB, person, Role.VIEWER);
        UUID maker = given.verified(Kind.MANUFACTURER, person, Role.PUBLISHER, Role.OWNER);
        given.verified(Kind.RETAILER, UUID.randomUUID(), Role.OWNER);

        Response answer = me(token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("subject")).isEqualTo(person.toString());
        List<Map<String, Object>> organisations = answer.jsonPath().getList("organisations");
        assertThat(organisations)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("name")
                .containsExactlyInAnyOrder(
                        Map.of(
                                "id",
                                lab.toString(),
                                "kind",
                                "lab",
                                "verified",
                                false,
                                "suspended",
                                false,
                                "roles",
                                List.of("viewer"),
                                "name",
                                ""),
                        Map.of(
                                "id",
                                maker.toString(),
                                "kind",
                                "manufacturer",
                                "verified",
                                true,
                                "suspended",
                                false,
                                "roles",
                                List.of("owner", "publisher"),
                                "name",
                                ""));
        assertThat(answer.jsonPath().getList("organisations.name", String.class))
                .isSorted()
                .allMatch(name -> name.startsWith("Organisation "));
    }

    @Test
    void somebodyWithoutAnOrganisationHasAnEmptyList() {
        me(token()).then().statusCode(200).body("organisations.size()", equalTo(0));
    }

    @Test
    void anOldSignInIsGoodEnoughForReading() {
        me(token().signedIn(Duration.ofHours(7))).then().statusCode(200);
    }

    @Test
    void oneFactorIsChallengedForTheSecond() {
        me(token().oneFactor())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                .header("WWW-Authenticate", containsString("acr_values=\"aal2\""))
                .body("type", equalTo("https://livelabel.org/problems/insufficient-user-authentication"));
    }

    @Test
    void noTokenIsAskedForOne() {
        given().get("/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("https://livelabel.org/problems/not-authenticated"))
                .body("status", equalTo(401))
                .body("detail", containsString("token"));
    }

    @Test
    void aTokenOfTheWrongTimePlaceOrHandIsRefused() {
        Map<String, TestToken> wrong = Map.of(
                "expired", token().expired(),
                "of another issuer", token().issuer("https://elsewhere.example/realms/livelabel"),
                "for another service", token().audience("registry-service"),
                "signed by a stranger", issuer.forgedToken().subject(person.toString()));

        wrong.forEach((what, token) -> {
            Response answer = me(token);
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            assertThat(answer.contentType()).as(what).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getString("type"))
                    .as(what)
                    .isEqualTo("https://livelabel.org/problems/not-authenticated");
        });
        given().auth().oauth2("not a token").get("/v1/me").then().statusCode(401);
    }

    private TestToken token() {
        return issuer.token().subject(person.toString());
    }

    private static Response me(TestToken token) {
        return given().auth().oauth2(token.signed()).get("/v1/me");
    }
}
