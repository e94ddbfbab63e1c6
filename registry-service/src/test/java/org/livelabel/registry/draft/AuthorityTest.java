package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.issuer.TestToken;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class AuthorityTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @AfterEach
    void accountServiceAnswers() {
        Peers.accountServiceDown(false);
    }

    @Test
    void withoutATokenNothingPrivateIsReadAndNothingIsWritten() {
        String product = Maker.verified().newProduct();

        Response read = get("/v1/products/" + product + "/draft");

        assertThat(read.statusCode()).isEqualTo(401);
        assertThat(read.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(read.<String>path("type")).endsWith("/not-authenticated");
        assertThat(given().post("/v1/products/" + product + "/draft:publish").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anExpiredAForgedAForeignAndAMisdirectedTokenAreAllRefused() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        TestToken[] bad = {
            maker.token().expired(),
            Peers.forgedToken().subject(maker.subject),
            maker.token().issuer("https://elsewhere.example"),
            maker.token().audience("account-service")
        };

        for (TestToken token : bad) {
            Response response = maker.asked(token).get("/v1/products/" + product + "/draft");
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.<String>path("type")).endsWith("/not-authenticated");
        }
        assertThat(maker.asked().get("/v1/products/" + product + "/draft").statusCode())
                .isEqualTo(200);
    }

    @Test
    void oneFactorIsNotEnough() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly("X"));

        Response refused = maker.publish(product, maker.token().oneFactor());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.<String>path("type")).endsWith("/insufficient-user-authentication");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"aal2\"");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void twoFactorsSixteenMinutesAgoDraftButDoNotPublish() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        TestToken old = maker.token().signedIn(Duration.ofMinutes(16));

        Response written = maker.asked(old)
                .header("If-Match", "\"draft-0\"")
                .body(Drafts.identityOnly("X"))
                .put("/v1/products/" + product + "/draft");
        Response refused = maker.publish(product, old);
        Response inTime = maker.publish(product, maker.token().signedIn(Duration.ofMinutes(14)));

        assertThat(written.statusCode()).isEqualTo(204);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"aal2\"", "max_age=\"900\"");
        assertThat(inTime.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherOrganisationsPrivateDraftDoesNotExistForAStranger() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        Maker stranger = Maker.verified();

        assertThat(stranger.asked().get("/v1/products/" + product + "/draft").statusCode())
                .isEqualTo(404);
        assertThat(stranger.write(product, 0, Drafts.identityOnly("Mine")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.publish(product).statusCode()).isEqualTo(404);
        assertThat(stranger.asked()
                        .get("/v1/organisations/" + maker.organisation + "/products")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void writingToAnotherOrganisationsPublicProductIsForbidden() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Theirs"));
        Maker stranger = Maker.verified();

        assertThat(stranger.asked().get("/v1/products/" + product + "/draft").statusCode())
                .isEqualTo(404);
        assertThat(stranger.write(product, 1, Drafts.identityOnly("Mine")).statusCode())
                .isEqualTo(403);
        assertThat(stranger.publish(product).statusCode()).isEqualTo(403);
        assertThat(stranger.asked()
                        .body("{\"reason\": {\"en\": \"Because\"}}")
                        .post("/v1/products/" + product + ":withdraw")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Theirs");
    }

    @Test
    void rolesAreASetAndEachOpensItsOwnDoor() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly("X"));
        Maker owner = colleague(maker, "owner");
        Maker editor = colleague(maker, "editor");
        Maker viewer = colleague(maker, "viewer");

        assertThat(viewer.asked().get("/v1/products/" + product + "/draft").statusCode())
                .isEqualTo(200);
        assertThat(viewer.write(product, 1, Drafts.identityOnly("Y")).statusCode())
                .isEqualTo(403);
        assertThat(editor.write(product, 1, Drafts.identityOnly("Y")).statusCode())
                .isEqualTo(204);
        assertThat(editor.publish(product).statusCode()).isEqualTo(403);
        assertThat(owner.publish(product).statusCode()).isEqualTo(403);
        assertThat(maker.publish(product).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrganisationThatIsNotVerifiedDraftsOnly() {
        Maker maker = Maker.make("manufacturer", false);
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly("X")).then().statusCode(204);

        Response refused = maker.publish(product);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("detail")).contains("not verified");
    }

    @Test
    void aManufacturerListsNothingForAnotherAndAnOperatorNothingForOneThatIsHere() {
        Maker here = Maker.verified();
        Maker rival = Maker.verified();
        Maker operator = Maker.operator();

        assertThat(createFor(rival, here.organisation).statusCode()).isEqualTo(403);
        Response refused = createFor(operator, here.organisation);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("/maker-is-here");
        assertThat(createFor(operator, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void withoutAccountServiceWritesFailAndReadsGoOn() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("X"));
        Maker unasked = Maker.verified();
        Peers.accountServiceDown(true);

        Response refused = unasked.asked()
                .body("{\"publisher\":\"" + unasked.organisation + "\"}")
                .post("/v1/products");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/authority-unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignedInBeforeAllSessionsWereEndedDoesNotActAnyMore() {
        Maker maker = Maker.verified();
        Peers.endSessions(maker.subject, Instant.now().minus(Duration.ofMinutes(5)));
        TestToken before = maker.token().signedIn(Duration.ofMinutes(6));
        TestToken after = maker.token().signedIn(Duration.ofMinutes(4));

        Response refused = ownProducts(maker, before);
        Response taken = ownProducts(maker, after);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.<String>path("type")).endsWith("/insufficient-user-authentication");
        assertThat(refused.<String>path("detail")).contains("Sign in again");
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"aal2\"", "max_age=\"30");
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAccountServiceCommandsOrganisations() {
        String id = UUID.randomUUID().toString();
        String facts = "{\"name\":\"Sly\",\"kind\":\"manufacturer\",\"verified\":true,\"suspended\":false}";

        for (TestToken token : new TestToken[] {Peers.token(), Peers.token().client("web")}) {
            given().auth()
                    .oauth2(token.signed())
                    .contentType("application/json")
                    .body(facts)
                    .put("/internal/organisations/" + id)
                    .then()
                    .statusCode(403);
        }
        assertThat(get("/v1/organisations/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void howAuthorityIsLearntIsMeasured() {
        Maker maker = Maker.verified();
        Maker unasked = Maker.verified();
        String product = maker.newProduct();
        Scrape before = Scrape.of(management.toString());

        maker.asked().get("/v1/products/" + product + "/draft");
        Peers.accountServiceDown(true);
        unasked.asked().get("/v1/products/" + product + "/draft");

        Scrape after = Scrape.of(management.toString());
        assertThat(after.sum("livelabel_authority_seconds_count", "outcome=\"cached\""))
                .isGreaterThan(before.sum("livelabel_authority_seconds_count", "outcome=\"cached\""));
        assertThat(after.sum("livelabel_authority_seconds_count", "outcome=\"failed\""))
                .isEqualTo(before.sum("livelabel_authority_seconds_count", "outcome=\"failed\"") + 1);
        assertThat(after.sum("livelabel_refusals_total", "type=\"authority-unavailable\""))
                .isEqualTo(before.sum("livelabel_refusals_total", "type=\"authority-unavailable\"") + 1);
    }

    private static Response ownProducts(Maker maker, TestToken token) {
        return maker.asked(token).get("/v1/organisations/" + maker.organisation + "/products");
    }

    private static Response createFor(Maker caller, String manufacturer) {
        return caller.asked()
                .body("{\"publisher\":\"%s\",\"manufacturer\":\"%s\"}".formatted(caller.organisation, manufacturer))
                .post("/v1/products");
    }

    private static Maker colleague(Maker maker, String role) {
        Maker colleague = new Maker();
        Peers.member(colleague.subject, maker.organisation, "manufacturer", true, role);
        return colleague;
    }
}
