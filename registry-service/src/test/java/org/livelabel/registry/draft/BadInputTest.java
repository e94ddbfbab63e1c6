package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** What is wrong gets the status that says so, names the field and the remedy, and leaves the draft as it was. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class BadInputTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        wrong check digit        | "gtins": ["9520000000012"]       | /gtins/0 | check digit should be 1
        fifteen digits           | "gtins": ["952000000001234"]     | /gtins/0 | a GTIN has 8, 12, 13 or 14
        the same number twice    | "gtins": ["96385074","00000096385074"] | /gtins/1 | twice
        an unknown field         | "colour": "red"                  | /colour | is not a known field
        an unknown nested field  | "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "updates": {"automatik": {"answer": "yes"}}} | /disclosure/updates/automatik | is not a known field
        a day that is not        | "support": {"kind": "fixed_date", "end_of_security_support": "2026-02-30", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | /support/end_of_security_support | not an existing day
        asserted on no day       | "support": {"kind": "none_promised", "provenance": {"basis": "statement", "asserted_on": "2026-02-30"}} | /support/provenance/asserted_on | existing day
        asserted tomorrow        | "support": {"kind": "none_promised", "provenance": {"basis": "statement", "asserted_on": "2099-01-01"}} | /support/provenance/asserted_on | after today
        lifetime                 | "support": {"kind": "fixed_date", "end_of_security_support": "lifetime", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | /support/end_of_security_support | YYYY-MM-DD
        over before it began     | "support": {"kind": "fixed_date", "end_of_security_support": "2024-06-30", "general_availability": "2025-03-03", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | /support/end_of_security_support | before general_availability
        a date without its kind  | "support": {"kind": "no_end_announced", "end_of_security_support": "2030-01-01", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | /support/end_of_security_support | does not go with
        a kind without its date  | "support": {"kind": "fixed_date", "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}} | /support/end_of_security_support | is missing
        evidence without https   | "disclosure": {"provenance": {"basis": "document", "asserted_on": "2026-01-01", "evidence": [{"url": "http://a.example"}]}} | /disclosure/provenance/evidence/0/url | form
        a script as contact      | "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"}, "vulnerabilities": {"contact": "javascript:alert(1)"}} | /disclosure/vulnerabilities/contact | form
        """)
    void aDraftThatBreaksARuleIsRefused(String what, String member, String field, String remedy) {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        String good = Drafts.identityOnly("Good");
        maker.write(product, 0, good).then().statusCode(204);

        Response refused = maker.write(product, 1, good.replaceFirst("}$", ", " + member + "}"));

        assertThat(refused.statusCode()).as(what).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("type")).endsWith("/invalid-content");
        assertThat(refused.<List<String>>path("violations.field")).contains(field);
        assertThat(refused.<String>path("violations.find { it.field == '" + field + "' }.message"))
                .contains(remedy);
        Response draft = maker.asked().get("/v1/products/" + product + "/draft");
        assertThat(draft.header("ETag")).isEqualTo("\"draft-1\"");
        assertThat(draft.asString()).doesNotContain(field.substring(field.lastIndexOf('/') + 1) + "\":\"red");
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();

        Response refused = maker.write(product, 0, """
                {"identity": {"name": "X", "device_group": "spaceship", "category": "toaster"},
                 "gtins": ["1", "9520000000012"]}""");

        assertThat(refused.<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder("/identity/device_group", "/identity/category", "/gtins/0", "/gtins/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"identity": {"name": "X",         | This is not JSON
        {"identity": {}, "identity": {}}   | stands twice
        {} {}                              | not JSON
        ''                                 | empty
        """)
    void aBodyThatCannotBeReadIsA400(String body, String detail) {
        Maker maker = Maker.verified();

        Response refused = maker.write(maker.newProduct(), 0, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("type")).endsWith("/unreadable-body");
        assertThat(refused.<String>path("detail")).contains(detail);
    }

    @Test
    void bytesThatAreNotUtf8AreA400() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        byte[] latin1 = Drafts.identityOnly("Kühlschrank").getBytes(StandardCharsets.ISO_8859_1);

        Response refused =
                maker.asked().header("If-Match", "\"draft-0\"").body(latin1).put("/v1/products/" + product + "/draft");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("detail")).contains("UTF-8");
    }

    @Test
    void jsonThatIsTooDeepOrHasATooLongNameIsNotCalledNoJson() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();

        Response deep = maker.write(product, 0, "[".repeat(10_000) + "]".repeat(10_000));
        Response named = maker.write(product, 0, "{\"" + "k".repeat(60_000) + "\": 1}");

        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.<String>path("type")).endsWith("/unreadable-body");
        assertThat(deep.<String>path("detail")).startsWith("More than 40 objects and lists stand in one another");
        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(named.<String>path("detail")).startsWith("The name of a member has more than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate, gzip"})
    void aPackedBodyIsToSendUnpacked(String encoding) {
        Response refused = packed(encoding);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(415);
        assertThat(refused.<String>path("type")).endsWith("/unsupported-media-type");
        assertThat(refused.<String>path("detail")).contains("Content-Encoding", "without that header");
        assertThat(refused.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void aBodyThatIsSaidToBeAsItIsIsRead() {
        assertThat(packed("identity").statusCode()).isEqualTo(200);
    }

    private static Response packed(String encoding) {
        return given().header("Content-Encoding", encoding)
                .contentType("application/json")
                .body("{\"gtins\": [\"96385074\"]}")
                .post("/v1/products:lookup");
    }

    @Test
    void aCallerWhoSendsNonsenseByTheThousandIsNotAnsweredWithMore() {
        String nonsense =
                IntStream.range(0, 80_000).mapToObj(i -> "\"k" + i + "\": 1").collect(joining(",", "{", "}"));

        Response refused =
                given().contentType("application/json").body(nonsense).post("/v1/products:lookup");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<?>>path("violations")).hasSize(100);
        assertThat(refused.<String>path("detail")).endsWith(" (and 80000 more; the first 100 are listed)");
        assertThat(refused.asByteArray()).hasSizeLessThan(20_000);
    }

    @Test
    void aNulCharacterIsRefused() {
        Maker maker = Maker.verified();

        Response refused = maker.write(maker.newProduct(), 0, Drafts.identityOnly("a\\u0000b"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).contains("/identity/name");
    }

    @Test
    void aBodyOverAMebibyteIsA413() {
        Maker maker = Maker.verified();

        Response refused = maker.write(maker.newProduct(), 0, Drafts.identityOnly("x".repeat(1 << 20)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("type")).endsWith("/body-too-large");
    }

    @Test
    void anotherMediaTypeIsA415() {
        Maker maker = Maker.verified();

        Response refused = given().auth()
                .oauth2(maker.token().signed())
                .contentType("text/xml")
                .header("If-Match", "\"draft-0\"")
                .body("<a/>")
                .put("/v1/products/" + maker.newProduct() + "/draft");

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.<String>path("type")).endsWith("/unsupported-media-type");
    }

    @Test
    void aStaleIfMatchIsA412AndAMissingOneA428() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly("First")).then().statusCode(204);

        Response stale = maker.write(product, 0, Drafts.identityOnly("Second"));
        Response missing = maker.asked().body(Drafts.identityOnly("Second")).put("/v1/products/" + product + "/draft");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.<String>path("detail")).contains("Read it again");
        assertThat(missing.statusCode()).isEqualTo(428);
        assertThat(missing.<List<String>>path("violations.field")).containsExactly("If-Match");
        assertThat(maker.asked().get("/v1/products/" + product + "/draft").asString())
                .contains("First");
    }

    @Test
    void aGtinThatLeadsToAnotherProductIsA409WithTheWayToDispute() {
        String gtin = Maker.freeGtin();
        String holder = Maker.verified().published(Drafts.camera(gtin));
        Maker second = Maker.verified();
        String product = second.newProduct();
        second.write(product, 0, Drafts.camera(gtin)).then().statusCode(204);

        Response refused = second.publish(product);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("/gtin-taken");
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/gtins/0");
        assertThat(refused.<String>path("detail")).contains(holder).contains("operator");
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
    }

    @Test
    void aReleasedGtinDoesNotLeadToAnotherMakersModel() {
        Maker first = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = first.published(Drafts.camera(gtin));
        first.write(product, 1, Drafts.camera(Maker.freeGtin())).then().statusCode(204);
        first.publish(product).then().statusCode(200);
        assertThat(get("/v1/products/by-gtin/" + gtin).statusCode()).isEqualTo(404);
        Maker second = Maker.verified();
        String other = second.newProduct();
        second.write(other, 0, Drafts.camera(gtin));

        assertThat(second.publish(other).statusCode()).isEqualTo(409);
        String ownOther = first.newProduct();
        first.write(ownOther, 0, Drafts.camera(gtin));
        assertThat(first.publish(ownOther).statusCode()).isEqualTo(200);
    }

    @Test
    void aReadOfAGtinThatIsWrongOrUnknownSaysWhich() {
        Response wrong = get("/v1/products/by-gtin/9520000000012");
        Response fifteen = get("/v1/products/by-gtin/952000000001234");
        Response unknown = get("/v1/products/by-gtin/96385074");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<String>path("detail")).contains("check digit should be 1");
        assertThat(fifteen.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.<String>path("type")).endsWith("/not-listed");
    }

    @Test
    void anIdempotencyKeyIsNeededAndBelongsToOneRequest() {
        Maker maker = Maker.verified();
        String key = UUID.randomUUID().toString();
        String body = "{\"publisher\":\"" + maker.organisation + "\"}";

        Response missing = given().auth()
                .oauth2(maker.token().signed())
                .contentType("application/json")
                .body(body)
                .post("/v1/products");
        Response first = maker.asked(maker.token(), key).body(body).post("/v1/products");
        Response repeated =
                maker.asked(maker.token(), "\"" + key + "\"").body(body).post("/v1/products");
        Response other = maker.asked(maker.token(), key)
                .body(body.replace("}", ", \"product_ref\": \"another\"}"))
                .post("/v1/products");

        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.<String>path("type")).endsWith("/idempotency-key-missing");
        assertThat(repeated.statusCode()).isEqualTo(201);
        assertThat(repeated.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).endsWith("/idempotency-key-reused");
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemDocumentToo() {
        assertThat(get("/v1/nothing").<String>path("type")).endsWith("/not-found");
        assertThat(get("/v1/products/not-a-uuid").statusCode()).isEqualTo(404);
        assertThat(given().delete("/v1/products").<String>path("type")).endsWith("/method-not-allowed");
    }
}
