package org.livelabel.registry.life;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ProductLifeTest {
    private static final String REASON = "{\"reason\": {\"en\": \"The company is gone\"}}";

    @Test
    void aMakerNamesTheModelThatTakesAnotherOnesPlace() {
        Maker maker = Maker.verified();
        String end = TestClock.today().plusYears(5).toString();
        String old = maker.published(Drafts.camera(Maker.freeGtin(), end, ""));
        String successor = maker.published(Drafts.identityOnly("View 3"));

        Response answer = supersede(maker, old, successor);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Response read = get("/v1/products/" + old);
        assertThat(read.<String>path("listing.state")).isEqualTo("superseded");
        assertThat(read.<String>path("listing.superseded_by")).isEqualTo(successor);
        assertThat(read.<String>path("support.status")).isEqualTo("supported");
    }

    @Test
    void aChainOfSuccessorsNeverComesBackToItself() {
        Maker maker = Maker.verified();
        String one = maker.published(Drafts.identityOnly("One"));
        String two = maker.published(Drafts.identityOnly("Two"));
        String three = maker.published(Drafts.identityOnly("Three"));
        supersede(maker, one, two).then().statusCode(200);
        supersede(maker, two, three).then().statusCode(200);

        Response circle = supersede(maker, three, one);
        Response itself = supersede(maker, three, three);

        for (Response refused : List.of(circle, itself)) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.<String>path("type")).endsWith("/life-cycle");
            assertThat(refused.<String>path("violations[0].field")).isEqualTo("/by");
        }
        assertThat(get("/v1/products/" + three).<String>path("listing.state")).isEqualTo("listed");
    }

    @Test
    void ofTwoProductsThatSupersedeEachOtherAtOnceOneDoes() {
        Maker maker = Maker.verified();
        String one = maker.published(Drafts.identityOnly("One"));
        String two = maker.published(Drafts.identityOnly("Two"));

        var forth =
                CompletableFuture.supplyAsync(() -> supersede(maker, one, two).statusCode());
        var back =
                CompletableFuture.supplyAsync(() -> supersede(maker, two, one).statusCode());

        assertThat(List.of(forth.join(), back.join())).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aWithdrawalIsOneActForOneKey() {
        Maker maker = Maker.verified();
        String withdraw = "/v1/products/" + maker.published(Drafts.identityOnly("Gone")) + ":withdraw";
        String key = UUID.randomUUID().toString();

        Response first = maker.asked(maker.token(), key).body(REASON).post(withdraw);
        Response again = maker.asked(maker.token(), key).body(REASON).post(withdraw);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(maker.command(withdraw, REASON).statusCode()).isEqualTo(409);
    }

    @Test
    void theSuccessorIsAListedProductOfTheSameMaker() {
        Maker maker = Maker.verified();
        String old = maker.published(Drafts.identityOnly("Old"));
        String foreign = Maker.verified().published(Drafts.identityOnly("Foreign"));
        String gone = maker.published(Drafts.identityOnly("Gone"));
        maker.command("/v1/products/" + gone + ":withdraw", REASON).then().statusCode(200);

        assertThat(supersede(maker, old, foreign).statusCode()).isEqualTo(422);
        assertThat(supersede(maker, old, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(422);
        assertThat(supersede(maker, old, gone).statusCode()).isEqualTo(409);
        assertThat(supersede(Maker.verified(), old, foreign).statusCode()).isEqualTo(403);
        assertThat(supersede(maker, maker.newProduct(), old).statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorSuspendsLiftsAndRevokesAndEveryReasonIsPublic() {
        Maker operator = Maker.operator();
        String product = Maker.verified().published(Drafts.identityOnly("Doubtful"));

        act(operator, product, "suspend", REASON).then().statusCode(200);
        assertThat(get("/v1/products/" + product).<String>path("listing.standing.state"))
                .isEqualTo("suspended");
        act(operator, product, "lift", REASON).then().statusCode(200);
        assertThat(get("/v1/products/" + product).<String>path("listing.standing.state"))
                .isEqualTo("good");
        act(operator, product, "revoke", REASON).then().statusCode(200);

        Response read = get("/v1/products/" + product);
        assertThat(read.<String>path("listing.state")).isEqualTo("listed");
        assertThat(read.<String>path("listing.standing.state")).isEqualTo("revoked");
        assertThat(read.<String>path("listing.standing.reason.en")).isEqualTo("The company is gone");
        for (String act : List.of("lift", "suspend", "revoke")) {
            Response refused = act(operator, product, act, REASON);
            assertThat(refused.statusCode()).as(act).isEqualTo(409);
            assertThat(refused.<String>path("type")).endsWith("/life-cycle");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orphan", "suspend", "lift", "revoke"})
    void onlyAnOperatorMayAndOnlyForAReason(String act) {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Untouched"));
        Maker operator = Maker.operator();

        Response byMaker = act(maker, product, act, REASON);
        Response withoutReason = act(operator, product, act, "{}");
        Response signedInLongAgo = operator.asked(Maker.signedInMinutesAgo(operator.token(), 16))
                .body(REASON)
                .post("/v1/products/" + product + ":" + act);
        Response withoutKey = given().auth()
                .oauth2(operator.token().signed())
                .contentType("application/json")
                .body(REASON)
                .post("/v1/products/" + product + ":" + act);

        assertThat(byMaker.statusCode()).isEqualTo(403);
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(signedInLongAgo.statusCode()).isEqualTo(401);
        assertThat(withoutKey.statusCode()).isEqualTo(400);
        assertThat(given().contentType("application/json")
                        .body(REASON)
                        .post("/v1/products/" + product + ":" + act)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/v1/products/" + product).<String>path("listing.standing.state"))
                .isEqualTo("good");
    }

    @Test
    void theSameCommandWithTheSameKeyIsOneAct() {
        Maker operator = Maker.operator();
        String product = Maker.verified().published(Drafts.identityOnly("Once"));
        String key = UUID.randomUUID().toString();

        Response first =
                operator.asked(operator.token(), key).body(REASON).post("/v1/products/" + product + ":suspend");
        Response again =
                operator.asked(operator.token(), key).body(REASON).post("/v1/products/" + product + ":suspend");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void notListedWithdrawnAndRevokedAreDifferentAnswers() {
        Maker maker = Maker.verified();
        Maker operator = Maker.operator();
        String withdrawnGtin = Maker.freeGtin();
        String revokedGtin = Maker.freeGtin();
        String unknownGtin = Maker.freeGtin();
        String withdrawn = maker.published(Drafts.camera(withdrawnGtin));
        String revoked = maker.published(Drafts.camera(revokedGtin));
        maker.command("/v1/products/" + withdrawn + ":withdraw", REASON);
        act(operator, revoked, "revoke", REASON).then().statusCode(200);

        Response lookup = given().contentType("application/json")
                .body("{\"gtins\": [\"%s\", \"%s\", \"%s\"]}".formatted(withdrawnGtin, revokedGtin, unknownGtin))
                .post("/v1/products:lookup");

        assertThat(lookup.<List<String>>path("items.result")).containsExactly("withdrawn", "revoked", "not_listed");
        assertThat(get("/v1/products/by-gtin/" + withdrawnGtin).<String>path("listing.state"))
                .isEqualTo("withdrawn");
        assertThat(get("/v1/products/by-gtin/" + revokedGtin).<String>path("listing.standing.state"))
                .isEqualTo("revoked");
        assertThat(get("/v1/products/by-gtin/" + unknownGtin).statusCode()).isEqualTo(404);
    }

    @Test
    void anOrphanIsListedAgainOnceSomebodyTakesItIn() {
        Maker operator = Maker.operator();
        Maker heir = Maker.verified();
        String product = Maker.verified().published(Drafts.identityOnly("Orphan"));

        act(operator, product, "orphan", REASON).then().statusCode(200);
        assertThat(get("/v1/products/" + product).<String>path("listing.state")).isEqualTo("orphaned");
        operator.command("/v1/products/" + product + ":hand-over", "{\"to\": \"%s\"}".formatted(heir.organisation))
                .then()
                .statusCode(200);

        assertThat(get("/v1/products/" + product).<String>path("listing.state")).isEqualTo("listed");
        assertThat(get("/v1/products/" + product).<String>path("manufacturer.id"))
                .isEqualTo(heir.organisation);
    }

    private static Response supersede(Maker maker, String product, String by) {
        return maker.command("/v1/products/" + product + ":supersede", "{\"by\": \"" + by + "\"}");
    }

    private static Response act(Maker operator, String product, String act, String body) {
        return operator.command("/v1/products/" + product + ":" + act, body);
    }
}
