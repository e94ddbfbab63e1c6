package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** A reason, a correction and what is said about materiality explain one publication and no other. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class SaidOnceTest {
    @Test
    void aReasonDoesNotExplainTheNextShortening() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2033-06-30", ""));
        maker.write(
                        product,
                        1,
                        Drafts.camera(
                                gtin,
                                "2032-06-30",
                                ", \"error_corrected\": true, \"reason\": {\"en\": \"A slip of the pen\"}"))
                .then()
                .statusCode(204);
        maker.publish(product).then().statusCode(200);

        Response draft = maker.asked().get("/v1/products/" + product + "/draft");
        maker.asked()
                .header("If-Match", draft.header("ETag"))
                .body(draft.asString().replace("2032-06-30", "2031-06-30"))
                .put("/v1/products/" + product + "/draft")
                .then()
                .statusCode(204);
        Response unexplained = maker.publish(product);

        assertThat(draft.asString()).doesNotContain("slip").doesNotContain("error_corrected");
        assertThat(draft.<String>path("support.end_of_security_support")).isEqualTo("2032-06-30");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.<String>path("violations[0].field")).isEqualTo("/support/reason");
        assertThat(get("/v1/products/" + product + "/support").<String>path("ledger[1].terms.reason.en"))
                .isEqualTo("A slip of the pen");
    }

    @Test
    void aDraftThatWasPublishedHasNothingPendingWithoutItsReason() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2033-06-30", ""));
        maker.write(product, 1, Drafts.camera(gtin, "2032-06-30", ", \"reason\": {\"en\": \"The chip is gone\"}"));

        maker.publish(product).then().statusCode(200);

        Response list = maker.asked().get("/v1/organisations/" + maker.organisation + "/products");
        assertThat(list.<Boolean>path("items[0].draft.changes_pending")).isFalse();
        assertThat(maker.publish(product).<String>path("type")).endsWith("/nothing-to-publish");
    }
}
