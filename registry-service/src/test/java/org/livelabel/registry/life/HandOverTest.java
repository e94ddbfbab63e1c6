package org.livelabel.registry.life;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class HandOverTest {
    @Test
    void theNewOwnerPublishesTheOldOneNoLongerDoesAndTheHistoryStays() {
        Maker old = Maker.verified();
        Maker heir = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = old.published(Drafts.camera(gtin));

        handOver(Maker.operator(), product, heir.organisation).then().statusCode(200);

        assertThat(old.write(product, 2, Drafts.camera(gtin)).statusCode()).isEqualTo(403);
        assertThat(old.publish(product).statusCode()).isEqualTo(403);
        heir.write(product, 2, Drafts.camera(gtin, "2034-06-30", "")).then().statusCode(204);
        heir.publish(product).then().statusCode(200);
        Response ledger = get("/v1/products/" + product + "/support");
        assertThat(ledger.<List<String>>path("ledger.publisher.id"))
                .containsExactly(old.organisation, heir.organisation);
        assertThat(ledger.<List<String>>path("ledger.terms.change")).containsExactly("first", "extended");
        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("manufacturer.id"))
                .isEqualTo(heir.organisation);
    }

    @Test
    void whatTheOldOwnerHadNotPublishedStaysItsSecret() {
        Maker old = Maker.verified();
        Maker heir = Maker.verified();
        String product = old.published(Drafts.identityOnly("Known"));
        old.write(product, 1, Drafts.identityOnly("Secret plans")).then().statusCode(204);

        handOver(Maker.operator(), product, heir.organisation).then().statusCode(200);

        Response draft = heir.asked().get("/v1/products/" + product + "/draft");
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(draft.asString()).doesNotContain("Secret");
        assertThat(old.asked().get("/v1/products/" + product + "/draft").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMakerThatJoinsConfirmsWhatTheOperatorHadWrittenDown() {
        Maker maker = new Maker();
        maker.publishFacts("Fjord Phones", "manufacturer", false).then().statusCode(200);
        Maker operator = Maker.operator();
        String product = operator.command(
                        "/v1/products",
                        "{\"publisher\":\"%s\",\"manufacturer\":\"%s\"}"
                                .formatted(operator.organisation, maker.organisation))
                .path("id");
        String gtin = Maker.freeGtin();
        operator.write(product, 0, Drafts.camera(gtin)).then().statusCode(204);
        operator.publish(product).then().statusCode(200);
        maker.publishFacts("Fjord Phones", "manufacturer", true).then().statusCode(200);
        Peers.member(maker.subject, maker.organisation, "manufacturer", true, "editor", "publisher");

        handOver(operator, product, maker.organisation).then().statusCode(200);
        Response confirmed = maker.publish(product);

        assertThat(confirmed.<List<String>>path("publications.type"))
                .containsExactly("org.livelabel.support.committed.v1", "org.livelabel.disclosure.published.v1");
        Response read = get("/v1/products/" + product);
        assertThat(read.<String>path("claimant")).isEqualTo("manufacturer");
        assertThat(read.<String>path("support.claimant")).isEqualTo("manufacturer");
        assertThat(read.<String>path("support.change")).isEqualTo("first");
        assertThat(read.<String>path("disclosure.claimant")).isEqualTo("manufacturer");
    }

    @Test
    void onlyAVerifiedManufacturerCanTakeAProduct() {
        Maker operator = Maker.operator();
        Maker owner = Maker.verified();
        String product = owner.published(Drafts.identityOnly("Stays"));
        Maker retailer = Maker.make("retailer", true);
        Maker unverified = Maker.make("manufacturer", false);

        for (String to : List.of(
                retailer.organisation,
                unverified.organisation,
                UUID.randomUUID().toString())) {
            Response refused = handOver(operator, product, to);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].field")).isEqualTo("/to");
        }
        assertThat(handOver(operator, product, owner.organisation).statusCode()).isEqualTo(409);
        assertThat(handOver(owner, product, owner.organisation).statusCode()).isEqualTo(403);
    }

    private static Response handOver(Maker operator, String product, String to) {
        return operator.command("/v1/products/" + product + ":hand-over", "{\"to\": \"%s\"}".formatted(to));
    }
}
