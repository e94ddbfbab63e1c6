package org.livelabel.registry.product;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class FindingTest {
    @Test
    void aLookupAnswersEveryNumberInTheOrderAsked() {
        Maker maker = Maker.verified();
        String listed = Maker.freeGtin();
        String withdrawn = Maker.freeGtin();
        maker.published(Drafts.camera(listed));
        String gone = maker.published(Drafts.camera(withdrawn));
        maker.asked().body("{\"reason\": {\"en\": \"Over\"}}").post("/v1/products/" + gone + ":withdraw");

        Response answer = given().contentType("application/json")
                .body("{\"gtins\": [\"%s\", \"%s\", \"96385074\", \"12345\", \"%s\"]}"
                        .formatted(withdrawn, listed, listed))
                .post("/v1/products:lookup");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<List<String>>path("items.result"))
                .containsExactly("withdrawn", "found", "not_listed", "invalid", "found");
        assertThat(answer.<List<String>>path("items.gtin"))
                .containsExactly(withdrawn, listed, "96385074", "12345", listed);
        assertThat(answer.<String>path("items[1].product.name")).isEqualTo("View 2");
        assertThat(answer.<String>path("items[3].message")).contains("a GTIN has 8");
    }

    @Test
    void aThousandNumbersAreTheLimit() {
        String thousandAndOne = "{\"gtins\": [" + String.join(",", Collections.nCopies(1001, "\"96385074\"")) + "]}";

        Response refused =
                given().contentType("application/json").body(thousandAndOne).post("/v1/products:lookup");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/gtins");
    }

    @Test
    void pagesNeitherRepeatNorSkipWhenProductsAreInsertedMeanwhile() {
        Maker maker = Maker.verified();
        for (String name : List.of("B", "D", "F", "H")) {
            maker.published(Drafts.identityOnly(name));
        }
        String filter = "/v1/products?manufacturer=" + maker.organisation + "&limit=2";

        Response first = get(filter);
        maker.published(Drafts.identityOnly("A"));
        maker.published(Drafts.identityOnly("E"));
        List<String> names = new ArrayList<>(first.path("items.name"));
        String next = first.path("next");
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(Here.path(next));
            names.addAll(page.path("items.name"));
            next = page.path("next");
        }

        assertThat(names).containsExactly("B", "D", "E", "F", "H");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("One"));
        maker.published(Drafts.identityOnly("Two"));
        String next = get("/v1/products?manufacturer=" + maker.organisation + "&limit=1")
                .path("next");
        String cursor = next.replaceAll(".*cursor=([^&]*).*", "$1");

        Response other = get("/v1/products?limit=1&cursor=" + cursor);
        Response nonsense = get("/v1/products?cursor=nonsense!");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.<String>path("type")).endsWith("/invalid-cursor");
        assertThat(other.<String>path("detail")).contains("other filters");
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(get("/v1/products?limit=1000").statusCode()).isEqualTo(400);
    }

    @Test
    void productsAreFoundByWordsOfTheirNameAndOfTheirMakersNewestName() {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("Quixotic 100% Lamp"));
        maker.publishFacts("Zephyrine Works", "manufacturer", true).then().statusCode(200);

        assertThat(namesFor("quixotic lamp")).containsExactly("Quixotic 100% Lamp");
        assertThat(namesFor("ZEPHYRINE")).containsExactly("Quixotic 100% Lamp");
        assertThat(namesFor("100%25 quix")).containsExactly("Quixotic 100% Lamp");
    }

    @Test
    void anOrganisationSeesItsDraftsBesideWhatIsPublic() {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("Out"));
        String draft = maker.newProduct();
        maker.write(draft, 0, Drafts.identityOnly("Still secret"));

        Response own = maker.asked().get("/v1/organisations/" + maker.organisation + "/products");

        assertThat(own.<List<String>>path("items.name")).containsExactly("Out", "Still secret");
        assertThat(own.<List<Boolean>>path("items.published")).containsExactly(true, false);
        assertThat(own.<List<Boolean>>path("items.draft.changes_pending")).containsExactly(false, true);
    }

    @Test
    void theListsAndTheSchemasAreThere() {
        assertThat(get("/v1/categories").<List<String>>path("device_groups.id"))
                .containsExactly("connected_home", "wearable", "other");
        assertThat(get("/v1/schemas/disclosure/1").<String>path("title")).isEqualTo("disclosure/1");
        assertThat(get("/v1/schemas/disclosure/9").statusCode()).isEqualTo(404);
    }

    private static List<String> namesFor(String words) {
        return given().urlEncodingEnabled(false)
                .get("/v1/products?q=" + words.replace(" ", "%20"))
                .path("items.name");
    }
}
