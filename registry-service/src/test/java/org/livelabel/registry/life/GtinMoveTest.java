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
class GtinMoveTest {
    @Test
    void aNumberLeadsElsewhereAndNeitherDraftUndoesIt() {
        Maker squatter = Maker.verified();
        Maker owner = Maker.verified();
        String gtin = Maker.freeGtin();
        String own = Maker.freeGtin();
        String wrong = squatter.published(Drafts.camera(gtin));
        String right = owner.published(Drafts.camera(own));

        Response moved = move(Maker.operator(), gtin, right);

        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertThat(moved.<List<String>>path("gtins")).containsExactly(gtin14(own), gtin14(gtin));
        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("id")).isEqualTo(right);
        assertThat(get("/v1/products/" + wrong).<List<String>>path("gtins")).isEmpty();
        assertThat(squatter.publish(wrong).statusCode()).isEqualTo(409);
        assertThat(owner.publish(right).<String>path("type")).endsWith("/nothing-to-publish");
        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("id")).isEqualTo(right);
    }

    @Test
    void aNumberThatAnotherGaveBackIsTakenInOneEntry() {
        Maker first = Maker.verified();
        Maker second = Maker.verified();
        String gtin = Maker.freeGtin();
        String old = first.published(Drafts.camera(gtin));
        first.write(old, 1, Drafts.camera(Maker.freeGtin())).then().statusCode(204);
        first.publish(old).then().statusCode(200);
        String product = second.published(Drafts.identityOnly("Second"));

        move(Maker.operator(), gtin, product).then().statusCode(200);

        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("id")).isEqualTo(product);
    }

    @Test
    void aMoveThatMakesNoSenseIsRefused() {
        Maker maker = Maker.verified();
        Maker operator = Maker.operator();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));

        assertThat(move(operator, gtin, product).statusCode()).isEqualTo(409);
        assertThat(move(operator, gtin, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(422);
        assertThat(move(operator, Maker.freeGtin(), product).statusCode()).isEqualTo(404);
        assertThat(move(operator, "123", product).statusCode()).isEqualTo(400);
        assertThat(move(maker, gtin, product).statusCode()).isEqualTo(403);
    }

    private static Response move(Maker operator, String gtin, String to) {
        return operator.command(
                "/v1/gtins/" + gtin + ":move", "{\"to\": \"%s\", \"reason\": {\"en\": \"Shown to us\"}}".formatted(to));
    }

    private static String gtin14(String gtin) {
        return "0".repeat(14 - gtin.length()) + gtin;
    }
}
