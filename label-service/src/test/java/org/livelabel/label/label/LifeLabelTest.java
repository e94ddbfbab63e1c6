package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.label.LabelService;
import org.livelabel.label.Samples;
import org.livelabel.label.TestRegistry;
import org.livelabel.label.follower.FeedStatus;

/** What became of a product after it was published, on its label. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class LifeLabelTest {
    @Inject
    FeedStatus feed;

    @Test
    void saysWhatBecameOfAProductInPlainWords() {
        UUID old = REGISTRY.product("11FE00001", "View 2", "camera");
        REGISTRY.product("11FE00002", "View 3", "camera");
        REGISTRY.support(old, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2031-06-30"}""", Samples.BY_DOCUMENT);
        UUID successor = UUID.nameUUIDFromBytes("11FE00002".getBytes(StandardCharsets.UTF_8));
        REGISTRY.append(
                "product.superseded",
                "products/" + old,
                TestRegistry.MAKER,
                TestRegistry.MAKER,
                "{\"by\":\"" + successor + "\"}",
                null);
        assertThat(page("11FE00001")).contains("Supported", "There is a newer model.", "href=\"/l/11FE00002\"");

        REGISTRY.operate("product.orphaned", old, TestRegistry.MAKER, "{}", "Nobody answers");
        assertThat(page("11FE00001"))
                .contains(
                        "Left alone", "<b class=\"sm\">Nobody looks after this product any more</b>", "Nobody answers")
                .contains("Its label says: Security updates until 30 June 2031.")
                .contains("Do not count on updates, whatever day is named here.");

        REGISTRY.operate("product.revoked", old, TestRegistry.MAKER, "{}", "All invented");
        assertThat(page("11FE00001"))
                .contains(
                        "Revoked", "<b class=\"sm\">Do not believe this label</b>", "All invented", "Pick another one.")
                .contains("It said: Security updates until 30 June 2031.", "Nobody looks after this product any more.")
                .doesNotContain("4 years and 7 months left");
        given().get("/l/11FE00001.json")
                .then()
                .body("listing.state", equalTo("orphaned"))
                .body("listing.successor_code", equalTo("11FE00002"))
                .body("listing.standing.state", equalTo("revoked"))
                .body("listing.standing.reason.en", equalTo("All invented"));
    }

    @Test
    void doesNotSayThatItsWordStandsOnceItIsRevoked() {
        UUID plug = REGISTRY.product("11FE00004", "Plug", "plug");
        REGISTRY.operate("product.withdrawn", plug, TestRegistry.MAKER, "{}", "Sold out");
        assertThat(page("11FE00004")).contains("What is said here about updates still stands.");

        REGISTRY.operate("product.revoked", plug, TestRegistry.MAKER, "{}", "All invented");

        assertThat(page("11FE00004")).contains("Do not believe this label").doesNotContain("still stands");
    }

    @Test
    void saysThatASuspensionWasLiftedByNotSpeakingOfItAnyMore() {
        UUID plug = REGISTRY.product("11FE00003", "Plug", "plug");
        REGISTRY.operate("product.suspended", plug, TestRegistry.MAKER, "{}", "Let us see");
        assertThat(page("11FE00003")).contains("Under review", "We are checking this label", "Let us see");

        REGISTRY.operate("product.lifted", plug, TestRegistry.MAKER, "{}", "All is well");

        assertThat(page("11FE00003")).doesNotContain("Under review", "Let us see");
    }

    @Test
    void belongsToItsNewOwnerAfterAHandOver() {
        UUID phone =
                REGISTRY.product("HAND0VER1", "Pixel 9a", "phone", TestRegistry.OTHER_MAKER, TestRegistry.OPERATOR);
        REGISTRY.operate("product.orphaned", phone, TestRegistry.OTHER_MAKER, "{}", "Nobody here");

        REGISTRY.operate("product.handed_over", phone, TestRegistry.MAKER, "{}", null);

        assertThat(page("HAND0VER1")).contains("Halden Home").doesNotContain("Left alone", "Google");
        given().get("/l/HAND0VER1.json")
                .then()
                .body("manufacturer.name", equalTo("Halden Home"))
                .body("claimant", equalTo("manufacturer"))
                .body("listing.state", equalTo("listed"));
    }

    @Test
    void showsAMendedErrorAsOneAndTheShorteningStays() {
        UUID plug = REGISTRY.product("ERR0RF1X1", "Plug", "plug");
        REGISTRY.support(plug, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2032-06-30"}""", Samples.BY_DOCUMENT);
        REGISTRY.support(plug, """
                {"version":2,"change":"shortened","codes":["error_corrected"],"kind":"fixed_date",
                 "end_of_security_support":"2031-06-30"}""", Samples.SHORTENED);

        assertThat(page("ERR0RF1X1")).contains("1 year shorter, to mend an error", "Promise broken");
        given().get("/l/ERR0RF1X1.json").then().body("support.ledger[1].error_corrected", equalTo(true));
    }

    private String page(String code) {
        return Pages.page(feed, code);
    }
}
