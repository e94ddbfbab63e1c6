package org.livelabel.registry.disclosure;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

/** Every version stays, and what changed between them is told to people and to programs. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class DisclosureHistoryTest {
    private static final String CORE =
            "\"data\": {\"practices\": [{\"data_type\": \"camera\", \"purposes\": [\"core_function\"]}]}";
    private static final String ADS = CORE.replace("\"core_function\"", "\"core_function\", \"ads\"");

    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void everyVersionCanBeReadAndTheNewestComesFirst() {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        publish(maker, product, 1, draft(ADS, ""));

        Response current = get("/v1/products/" + product + "/disclosure");
        Response list = get("/v1/products/" + product + "/disclosures");
        Response first = get(Here.path(list.<String>path("items[1].url")));

        assertThat(current.<Integer>path("version")).isEqualTo(2);
        assertThat(current.<List<String>>path("document.content.data.practices[0].purposes"))
                .containsExactly("core_function", "ads");
        assertThat(current.<String>path("claimant")).isEqualTo("manufacturer");
        assertThat(current.<Boolean>path("material")).isTrue();
        assertThat(list.<List<Integer>>path("items.version")).containsExactly(2, 1);
        assertThat(list.<List<List<String>>>path("items.change_codes"))
                .containsExactly(List.of("purpose_added"), List.of());
        assertThat(list.<Object>path("items[0].document.content")).isNull();
        assertThat(first.<List<String>>path("document.content.data.practices[0].purposes"))
                .containsExactly("core_function");
        assertThat(first.<Boolean>path("material")).isFalse();
        assertThat(get("/v1/blobs/" + first.path("document.sha256")).statusCode())
                .isEqualTo(200);
        assertThat(given().header("If-None-Match", current.header("ETag"))
                        .get("/v1/products/" + product + "/disclosure")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void theDiffIsAPatchCodesAndSentences() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        publish(maker, product, 1, draft(ADS, ""));

        JsonNode diff = mapper.readTree(
                get("/v1/products/" + product + "/disclosures/diff?from=1&to=2").asString());
        JsonNode back = mapper.readTree(
                get("/v1/products/" + product + "/disclosures/diff?from=2&to=1").asString());

        assertThat(diff).isEqualTo(mapper.readTree("""
                {"from": 1, "to": 2, "material": true, "change_codes": ["purpose_added"],
                 "findings": [{"code": "purpose_added", "material": true, "field": "/data/practices/0/purposes",
                   "summary": "Camera pictures: now also used for advertising."}],
                 "summary": ["Camera pictures: now also used for advertising."],
                 "contested": [],
                 "patch": [{"op": "add", "path": "/data/practices/0/purposes/1", "value": "ads"}]}"""));
        assertThat(back.get("material").asBoolean()).isFalse();
        assertThat(back.at("/patch/0/op").asText()).isEqualTo("remove");
    }

    @Test
    void theEntryHoldsCodesAndAContestIsPublicBesideTheRuleThatFired() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        String contest = ", \"materiality\": {\"declared\": false, \"contested\": [{\"code\": \"purpose_added\","
                + " \"reason\": {\"en\": \"The first text forgot it.\"}}]}";
        publish(maker, product, 1, draft(ADS, contest));

        Response read = get("/v1/products/" + product + "/disclosure");
        Response diff = get("/v1/products/" + product + "/disclosures/diff?from=1&to=2");
        JsonNode entry = entry(read.path("log_index"));

        assertThat(read.<Boolean>path("material")).isFalse();
        assertThat(read.<List<String>>path("change_codes")).containsExactly("purpose_added");
        assertThat(read.<String>path("contested[0].reason.en")).isEqualTo("The first text forgot it.");
        assertThat(diff.<List<Boolean>>path("findings.material")).containsExactly(true);
        assertThat(diff.<Boolean>path("material")).isFalse();
        assertThat(diff.<List<String>>path("contested.code")).containsExactly("purpose_added");
        assertThat(entry.at("/data/material").asBoolean()).isFalse();
        assertThat(entry.at("/data/change_codes").toString()).isEqualTo("[\"purpose_added\"]");
        assertThat(entry.toString()).doesNotContain("forgot");
        assertThat(get("/v1/blobs/" + entry.at("/data/notes/sha256").asText()).asString())
                .contains("The first text forgot it.");
    }

    @Test
    void notMaterialWithoutAReasonIsRefusedAndNothingIsPublished() {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        maker.write(product, 1, draft(ADS, ", \"materiality\": {\"declared\": false}"))
                .then()
                .statusCode(204);

        Response refused = maker.publish(product);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/materiality/declared");
        assertThat(refused.<String>path("detail")).contains("purpose_added");
        assertThat(get("/v1/products/" + product + "/disclosure").<Integer>path("version"))
                .isEqualTo(1);
    }

    @Test
    void aContestCountsForOnePublicationOnly() {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        String contest =
                ", \"materiality\": {\"contested\": [{\"code\": \"purpose_added\", \"reason\": {\"en\": \"No\"}}]}";
        publish(maker, product, 1, draft(ADS, contest));

        Response draft = maker.asked().get("/v1/products/" + product + "/draft");

        assertThat(draft.asString()).doesNotContain("materiality");
        assertThat(draft.header("ETag")).isEqualTo("\"draft-3\"");
        assertThat(maker.publish(product).<String>path("type")).endsWith("/nothing-to-publish");
        publish(maker, product, 3, draft(ADS.replace("\"ads\"", "\"ads\", \"research\""), ""));
        assertThat(get("/v1/products/" + product + "/disclosure").<Boolean>path("material"))
                .isTrue();
    }

    @Test
    void aContestWithoutAReasonOrOfSomethingElseIsRefused() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();

        Response without = maker.write(
                product, 0, draft(CORE, ", \"materiality\": {\"contested\": [{\"code\": \"purpose_added\"}]}"));
        Response unknown = maker.write(
                product,
                0,
                draft(
                        CORE,
                        ", \"materiality\": {\"contested\": [{\"code\": \"editorial\", \"reason\": {\"en\": \"x\"}}]}"));

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.<List<String>>path("violations.field")).containsExactly("/materiality/contested/0/reason");
        assertThat(unknown.<List<String>>path("violations.field")).containsExactly("/materiality/contested/0/code");
    }

    @Test
    void aPastDayShowsTheVersionThatWasPublicAtItsEnd() {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        // the log's time may be ahead of ours: other tests publish tomorrow, and it never goes back
        Instant first = Instant.parse(get("/v1/products/" + product).path("registered_at"));
        TestClock.set(first.plusSeconds(86_400));
        publish(maker, product, 1, draft(ADS, ""));
        String path = "/v1/products/" + product + "/disclosure";

        assertThat(get(path + "?on=" + day(first, 0)).<Integer>path("version")).isEqualTo(1);
        assertThat(get(path + "?on=" + day(first, 1)).<Integer>path("version")).isEqualTo(2);
        assertThat(get(path + "s?on=" + day(first, 0)).<List<Integer>>path("items.version"))
                .containsExactly(1);
        assertThat(get(path + "?on=" + day(first, -1)).<String>path("type")).endsWith("/not-listed");
        assertThat(get(path + "?on=" + day(first, 2)).statusCode()).isEqualTo(400);
        assertThat(get(path + "?on=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesOfVersionsNeitherRepeatNorSkip() {
        Maker maker = Maker.verified();
        String product = maker.published(draft(CORE, ""));
        for (int i = 1; i <= 4; i++) {
            publish(maker, product, i, draft("\"updates\": {\"fix_within_days\": " + (10 + i) + "}", ""));
        }

        Response first = get("/v1/products/" + product + "/disclosures?limit=2");
        publish(maker, product, 5, draft(ADS, ""));
        Response second = given().urlEncodingEnabled(false).get(Here.path(first.path("next")));
        Response third = given().urlEncodingEnabled(false).get(Here.path(second.path("next")));

        assertThat(first.<List<Integer>>path("items.version")).containsExactly(5, 4);
        assertThat(second.<List<Integer>>path("items.version")).containsExactly(3, 2);
        assertThat(third.<List<Integer>>path("items.version")).containsExactly(1);
        assertThat(third.<String>path("next")).isNull();
        assertThat(get("/v1/products/" + product + "/disclosures?cursor=nonsense!")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/disclosures/3, 404, not-found",
        "/disclosures/0, 400, invalid-parameter",
        "/disclosures/99999999999, 400, invalid-parameter",
        "/disclosures/diff?from=1, 400, invalid-parameter",
        "/disclosures/diff?from=one&to=1, 400, invalid-parameter",
        "/disclosures/diff?from=1&to=3, 404, not-found",
        "/disclosures?limit=0, 400, invalid-parameter",
    })
    void aVersionThatIsNotThereSaysSo(String path, int status, String type) {
        String product = Maker.verified().published(draft(CORE, ""));

        Response answer = get("/v1/products/" + product + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.<String>path("type")).endsWith("/" + type);
    }

    @Test
    void silenceAndAnUnknownProductAreDifferentAnswers() {
        String silent = Maker.verified().published(Drafts.identityOnly("Silent"));

        assertThat(get("/v1/products/" + silent + "/disclosure").<String>path("type"))
                .endsWith("/not-found");
        assertThat(get("/v1/products/" + silent + "/disclosures").<List<?>>path("items"))
                .isEmpty();
        assertThat(get("/v1/products/00000000-0000-0000-0000-000000000000/disclosure")
                        .<String>path("type"))
                .endsWith("/not-listed");
    }

    @Test
    void aThousandDataPracticesAreRefusedWithTheLimit() {
        Maker maker = Maker.verified();
        String practices = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"data_type\": \"usage\"}")
                .collect(Collectors.joining(","));

        Response refused =
                maker.write(maker.newProduct(), 0, draft("\"data\": {\"practices\": [" + practices + "]}", ""));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/disclosure/data/practices");
        assertThat(refused.<String>path("violations[0].message")).contains("200");
    }

    private static String draft(String disclosure, String more) {
        return """
                {"identity": {"name": "Eye", "device_group": "connected_home", "category": "camera"},
                 "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, %s}%s}""".formatted(disclosure, more);
    }

    private static void publish(Maker maker, String product, int version, String draft) {
        maker.write(product, version, draft).then().statusCode(204);
        assertThat(maker.publish(product).statusCode()).isEqualTo(200);
    }

    private static String day(Instant first, int later) {
        return first.plusSeconds(86_400L * later).toString().substring(0, 10);
    }

    private JsonNode entry(int index) throws Exception {
        return mapper.readTree(
                        get("/v1/feed?lastEventId=%012d".formatted(index - 1)).asString())
                .get(0);
    }
}
