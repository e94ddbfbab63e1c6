package org.livelabel.registry.review;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** What a draft lacks, and what publishing it would change, before anything is public. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ReviewTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void theGapListSaysInPlainWordsWhatEachFrameworkMisses() {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.camera(Maker.freeGtin()));

        Response checked = check(maker, product);

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.<List<String>>path("frameworks.id")).containsExactly("ota", "ioxt", "fcc-8-222");
        assertThat(checked.<String>path("frameworks[0].gaps.find { it.criterion == 'OTA-6' }.missing"))
                .isEqualTo("Not stated yet: “Does it refuse updates that are not from the maker?”; "
                        + "“Do updates leave the owner's settings alone, or tell?”");
        assertThat(checked.<List<String>>path("frameworks[0].gaps.find { it.criterion == 'OTA-6' }.fields"))
                .containsExactly("/updates/signed", "/updates/keeps_settings");
        assertThat(checked.<String>path("frameworks[0].gaps.find { it.criterion == 'OTA-6' }.importance"))
                .isEqualTo("required");
        assertThat(checked.<String>path("frameworks[0].gaps.find { it.criterion == 'OTA-30' }.importance"))
                .isEqualTo("recommended");
        // answered: the support commitment and automatic updates
        assertThat(checked.<List<String>>path("frameworks[1].gaps.criterion")).doesNotContain("SE-1", "AU-4");
        assertThat(checked.<Integer>path("frameworks[1].answers.yes")).isEqualTo(2);
        assertThat(checked.<String>path("frameworks[1].gaps.find { it.criterion == 'VS-1' }.missing"))
                .contains("a published support and update policy or “Is it published how the maker supplies updates?”");
    }

    @Test
    void aPublishedPolicyAnswersWhatTheDisclosureIsSilentAbout() {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.camera(Maker.freeGtin()));

        PolicyBody.privacyNotice("Updates").kind("support_and_update_policy").published(maker);

        assertThat(check(maker, product).<String>path("frameworks[1].gaps.find { it.criterion == 'VS-1' }.missing"))
                .contains("updated")
                .doesNotContain("policy");
    }

    @Test
    void forOtherDevicesTheGapListOfAFrameworkIsAdvice() {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.identityOnly("A phone"));

        Response checked = check(maker, product);

        assertThat(checked.<Boolean>path("frameworks[0].in_scope")).isFalse();
        assertThat(checked.<List<String>>path("frameworks[0].gaps.importance"))
                .hasSize(30)
                .containsOnly("advice");
        assertThat(checked.<Boolean>path("frameworks[1].in_scope")).isTrue();
    }

    @Test
    void whatTheDraftLeavesOutIsCheckedAsItWasPublished() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        maker.write(product, 1, Drafts.identityOnly("Renamed")).then().statusCode(204);

        assertThat(check(maker, product).<List<String>>path("frameworks[1].gaps.criterion"))
                .doesNotContain("SE-1", "AU-4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "support": {"kind": "none_promised", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | support_none_promised | /support/kind
        "support": {"kind": "period_from_purchase", "months": 11, "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | support_short | /support/months
        "support": {"kind": "fixed_date", "end_of_security_support": "2026-12", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | support_short | /support/end_of_security_support
        "gtins": [] | support_not_stated | /support
        "gtins": [] | camera_not_described | /disclosure/data/practices
        "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "data": {"practices": [{"data_type": "camera"}]}} | purpose_missing | /disclosure/data/practices/0/purposes
        "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "data": {"practices": [{"data_type": "usage", "shared_with": [{"name": "Adco", "role": "advertiser", "consent": "none"}]}]}} | shared_without_consent | /disclosure/data/practices/0/shared_with
        "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "data": {"practices": [{"data_type": "usage", "sold": "yes"}]}, "privacy": {"no_sale": {"answer": "yes"}}} | contradiction | /disclosure/privacy/no_sale
        "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "access": {"default_password": {"kind": "fixed"}}} | default_password_fixed | /disclosure/access/default_password/kind
        "disclosure": {"provenance": {"basis": "test", "asserted_on": "2020-01-01", "valid_until": "2024-01-01"}} | evidence_expired | /disclosure/provenance/valid_until
        """)
    void whatMayBePublishedButHadBetterBeLookedAtAgainIsAWarning(String member, String code, String field) {
        Maker maker = Maker.verified();
        String draft =
                "{\"identity\": {\"name\": \"C\", \"device_group\": \"connected_home\", \"category\": \"camera\"}, "
                        + member + "}";

        Response checked = check(maker, drafted(maker, draft));

        assertThat(checked.<List<String>>path("warnings.findAll { it.code == '" + code + "' }.field"))
                .containsExactly(field);
    }

    @Test
    void thePreviewShowsExactlyWhatPublishingThenDoesAndWritesNothing() throws Exception {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));
        String changed = Drafts.camera(gtin, "2033-06-30", "")
                .replace("\"View 2\"", "\"View 2 plus\"")
                .replace("{\"automatic\": {\"answer\": \"yes\"}}", "{\"automatic\": {\"answer\": \"no\"}}");
        maker.write(product, 1, changed).then().statusCode(204);
        String before = get("/v1/products/" + product).asString();

        JsonNode preview = mapper.readTree(preview(maker, product).asString());

        assertThat(get("/v1/products/" + product).asString()).isEqualTo(before);
        assertThat(preview.get("publishable").asBoolean()).isTrue();
        assertThat(preview.get("changes").valueStream().map(c -> c.get("part").asText()))
                .containsExactly("identity", "support", "disclosure");
        JsonNode identity = preview.at("/changes/0");
        assertThat(identity.get("patch").toString())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"View 2 plus\"}]");
        assertThat(identity.at("/summary/0").asText()).isEqualTo("The name was “View 2”, now it is “View 2 plus”.");
        assertThat(preview.at("/changes/1/shortening").asBoolean()).isFalse();
        JsonNode disclosure = preview.at("/changes/2");
        assertThat(disclosure.get("material").asBoolean()).isTrue();
        assertThat(disclosure.get("change_codes").toString()).isEqualTo("[\"default_weakened\"]");
        Response published = maker.publish(product);
        assertThat(published.<List<String>>path("publications.type"))
                .containsExactlyElementsOf(preview.get("changes")
                        .valueStream()
                        .map(c -> c.get("type").asText())
                        .toList());
        JsonNode diff = mapper.readTree(
                get("/v1/products/" + product + "/disclosures/diff?from=1&to=2").asString());
        assertThat(diff.get("patch")).isEqualTo(disclosure.get("patch"));
        assertThat(diff.get("summary")).isEqualTo(disclosure.get("summary"));
        assertThat(preview(maker, product).<List<?>>path("changes")).isEmpty();
    }

    @Test
    void aFirstPublicationIsPreviewedWhole() throws Exception {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.camera(Maker.freeGtin()));

        JsonNode preview = mapper.readTree(preview(maker, product).asString());

        assertThat(preview.get("changes").valueStream().map(c -> c.at("/patch/0/path")
                        .asText()))
                .containsExactly("", "", "", "");
        assertThat(preview.get("changes").valueStream().map(c -> c.get("material")
                        .asBoolean()))
                .containsOnly(false);
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWouldBeRefusedIsShownWithTheObstacle() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));
        String taken = Maker.freeGtin();
        Maker.verified().published(Drafts.camera(taken));
        maker.write(product, 1, Drafts.camera(taken, "2029-06-30", "")).then().statusCode(204);

        Response preview = preview(maker, product);

        assertThat(preview.<Boolean>path("publishable")).isFalse();
        assertThat(preview.<List<String>>path("obstacles.field")).containsExactly("/support/reason", "/gtins/0");
        assertThat(preview.<Boolean>path("changes.find { it.part == 'support' }.shortening"))
                .isTrue();
        assertThat(preview.<List<String>>path("changes.find { it.part == 'support' }.change_codes"))
                .containsExactly("support_shortened");
        assertThat(preview.<List<String>>path("changes.find { it.part == 'support' }.summary"))
                .containsExactly(
                        "Security updates: until 2031-06-30 before, now until 2029-06-30.",
                        "This promises less than before. Both promises and your reason stay public for good.");
    }

    @Test
    void strangersSeeNeitherCheckNorPreviewAndAnEmptyDraftHasNone() {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.identityOnly("Secret"));
        Maker stranger = Maker.verified();

        assertThat(check(stranger, product).statusCode()).isEqualTo(404);
        assertThat(preview(stranger, product).statusCode()).isEqualTo(404);
        assertThat(given().post("/v1/products/" + product + "/draft:preview").statusCode())
                .isEqualTo(401);
        assertThat(check(maker, maker.newProduct()).<String>path("type")).endsWith("/nothing-to-publish");
    }

    @Test
    void ofTwoBrowsersThatPublishTheSameDraftAtOnceOneWinsAndTheOtherLearnsWhy() {
        Maker maker = Maker.verified();
        String product = drafted(maker, Drafts.camera(Maker.freeGtin()));

        List<Response> answers;
        try (var pool = Executors.newFixedThreadPool(2)) {
            answers =
                    Stream.of(1, 2)
                            .map(n -> CompletableFuture.supplyAsync(() -> maker.publish(product), pool))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
        }

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        Response late =
                answers.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
        assertThat(late.<String>path("type")).endsWith("/nothing-to-publish");
        assertThat(late.<String>path("detail")).contains("is public already");
    }

    private static String drafted(Maker maker, String draft) {
        String product = maker.newProduct();
        maker.write(product, 0, draft).then().statusCode(204);
        return product;
    }

    private static Response check(Maker maker, String product) {
        return maker.asked().post("/v1/products/" + product + "/draft:check");
    }

    private static Response preview(Maker maker, String product) {
        return maker.asked().post("/v1/products/" + product + "/draft:preview");
    }
}
