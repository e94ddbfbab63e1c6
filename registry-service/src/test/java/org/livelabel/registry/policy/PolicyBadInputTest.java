package org.livelabel.registry.policy;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** What is wrong with a policy gets the status that says so, names the field and the remedy, and nothing is published. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class PolicyBadInputTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        no effective day           | {"effective_on": null}               | /effective_on   | type
        an impossible day          | {"effective_on": "2027-02-30"}       | /effective_on   | not an existing day
        a day long ago             | {"effective_on": "1026-01-01"}       | /effective_on   | check the year
        a day far ahead            | {"effective_on": "2099-01-01"}       | /effective_on   | years ahead
        an unknown kind            | {"kind": "horoscope"}                | /kind           | must be one of
        an unknown field           | {"colour": "red"}                    | /colour         | is not a known field
        an unknown code            | {"change_codes": ["magic"]}          | /change_codes/0 | must be one of
        products and all           | {"products": ["0b0f3a52-5f0e-4c43-9a10-2f1d1c7be0aa"]} | /products | does not go with
        named, but none            | {"applies_to": "named"}              | /products       | is missing
        a code for a first version | {"change_codes": ["editorial"]}      | /change_codes   | goes with a new version
        a contest of nothing       | {"contested": [{"code": "sharing_started", "reason": {"en": "No"}}]} | /contested | nothing is detected
        a number without a policy  | {"supersedes": 1}                    | /supersedes     | goes with policy_id
        a policy without a number  | {"policy_id": "0b0f3a52-5f0e-4c43-9a10-2f1d1c7be0aa"} | /supersedes | is missing
        a source that is not https | {"texts": [{"language": "en", "media_type": "text/plain", "text": "x", "source_url": "http://a.example"}]} | /texts/0/source_url | form
        an unknown media type      | {"texts": [{"language": "en", "media_type": "application/pdf", "text": "x"}]} | /texts/0/media_type | must be one of
        nothing but spaces         | {"texts": [{"language": "en", "media_type": "text/plain", "text": "  "}]} | /texts/0/text | is empty
        nothing but a script       | {"texts": [{"language": "en", "media_type": "text/html", "text": "<script>alert(1)</script>"}]} | /texts/0/text | script is taken out
        one language twice         | {"texts": [{"language": "en", "media_type": "text/plain", "text": "x"}, {"language": "en", "media_type": "text/plain", "text": "y"}]} | /texts/1/language | twice
        a NUL                      | {"texts": [{"language": "en", "media_type": "text/plain", "text": "a\\u0000b"}]} | /texts/0/text | U+0000
        unseen by reference, HTML  | {"texts": [{"language": "en", "media_type": "text/html", "text": "<p>a&#x202e;b</p>"}]} | /texts/0/text | U+202E (RIGHT-TO-LEFT OVERRIDE) as its 5. character
        unseen in an attribute     | {"texts": [{"language": "en", "media_type": "text/html", "text": "<p><abbr title='&#8238;x'>a</abbr></p>"}]} | /texts/0/text | U+202E
        unseen by reference, Markdown | {"texts": [{"language": "en", "media_type": "text/markdown", "text": "A&amp;B &NoBreak; b"}]} | /texts/0/text | U+2060 (WORD JOINER) as its 9. character
        nothing but blanks, HTML   | {"texts": [{"language": "en", "media_type": "text/html", "text": "<p>&nbsp;</p>"}]} | /texts/0/text | is empty
        nothing but blanks, Markdown | {"texts": [{"language": "en", "media_type": "text/markdown", "text": "&nbsp;"}]} | /texts/0/text | is empty
        a title of blanks          | {"title": {"en": "\\u00a0"}}         | /title/en       | empty
        """)
    void aPolicyThatBreaksARuleIsRefused(String what, String members, String field, String remedy) throws Exception {
        Maker maker = Maker.verified();
        PolicyBody body = PolicyBody.privacyNotice("Good");
        body.json().setAll((ObjectNode) mapper.readTree(members));

        Response refused = body.publish(maker);

        assertThat(refused.statusCode()).as(what + refused.asString()).isEqualTo(422);
        assertThat(refused.<String>path("type")).endsWith("/invalid-content");
        assertThat(refused.<List<String>>path("violations.field")).contains(field);
        assertThat(refused.<String>path("violations.find { it.field == '" + field + "' }.message"))
                .contains(remedy);
        assertThat(body.preview(maker).statusCode()).isEqualTo(422);
        assertThat(get("/v1/organisations/" + maker.organisation + "/policies").<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void aReferenceToWhatPeopleSeeIsTakenAndOneInPlainTextIsReadAsItStands() {
        Maker maker = Maker.verified();

        Response html = PolicyBody.privacyNotice("")
                .html("<p>AT&amp;T &#160;&#x1F600; Donau&shy;dampf &amp;#x202e; می&zwnj;خواهم</p>")
                .publish(maker);
        Response markdown =
                PolicyBody.privacyNotice("A&nbsp;B &amp;#x202e;").kind("terms").publish(maker);
        PolicyBody plain = PolicyBody.privacyNotice("");
        plain.json().putArray("texts");
        Response asItStands =
                plain.text("en", "text/plain", "a&#x202e;b").kind("returns").publish(maker);

        assertThat(html.statusCode()).as(html.asString()).isEqualTo(201);
        assertThat(markdown.statusCode()).as(markdown.asString()).isEqualTo(201);
        assertThat(asItStands.statusCode()).as(asItStands.asString()).isEqualTo(201);
    }

    @Test
    void aPolicyOfFiveMegabytesIsA413ThatNamesTheLimit() {
        Maker maker = Maker.verified();

        Response refused = PolicyBody.privacyNotice("x".repeat(5_000_000)).publish(maker);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("type")).endsWith("/body-too-large");
        assertThat(refused.<String>path("detail")).contains("4194304").contains("1048576");
    }

    @Test
    void aTextOfMoreThanAMebibyteIsA422AndOneOfAMebibyteIsTaken() {
        Maker maker = Maker.verified();

        Response refused = PolicyBody.privacyNotice("é".repeat((1 << 19) + 1)).publish(maker);
        Response taken = PolicyBody.privacyNotice("é".repeat(1 << 19)).publish(maker);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("detail")).contains("1048578").contains("1048576");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.<Integer>path("texts[0].size")).isEqualTo(1 << 20);
    }

    @Test
    void halfACharacterIsRefusedBecauseItCouldNotBeServedAsItWasSent() {
        Maker maker = Maker.verified();
        String body = PolicyBody.privacyNotice("Good").json().toString().replace("Good", "a\\ud800b");

        Response refused = maker.asked().body(body).post("/v1/organisations/" + maker.organisation + "/policies");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].message")).contains("surrogate");
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        Maker maker = Maker.verified();
        PolicyBody body =
                PolicyBody.privacyNotice(" ").effectiveOn("1026-01-01").text("en", "text/plain", "Twice");

        assertThat(body.publish(maker).<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder("/effective_on", "/texts/0/text", "/texts/1/language");
    }

    @Test
    void aNewVersionMustSayWhatChangedAndStayWhatItIs() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("One").published(maker);
        PolicyBody silent = PolicyBody.privacyNotice("Two").supersedes(policy, 1);
        silent.json().remove("summary");

        Response unsaid = silent.publish(maker);
        Response otherKind = PolicyBody.privacyNotice("Two")
                .kind("terms")
                .supersedes(policy, 1, "editorial")
                .publish(maker);
        Response same = PolicyBody.privacyNotice("One")
                .supersedes(policy, 1, "editorial")
                .publish(maker);
        Response strangers = PolicyBody.privacyNotice("Two")
                .supersedes(policy, 1, "editorial")
                .publish(Maker.verified());

        assertThat(unsaid.<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder("/summary", "/change_codes");
        assertThat(otherKind.<List<String>>path("violations.field")).containsExactly("/kind");
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.<String>path("type")).endsWith("/nothing-to-publish");
        assertThat(strangers.statusCode()).isEqualTo(422);
        assertThat(strangers.<List<String>>path("violations.field")).containsExactly("/policy_id");
    }

    @Test
    void aPolicyNamesItsOwnPublishedProductsOnly() {
        Maker maker = Maker.verified();
        String draft = maker.newProduct();
        String strangers = Maker.verified().published(Drafts.identityOnly("Theirs"));

        Response refused =
                PolicyBody.privacyNotice("Named").named(draft, strangers).publish(maker);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains(draft).contains(strangers);
    }

    @Test
    void aSecondPolicyOfOneKindForTheSameProductsIsA409ThatNamesTheFirst() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("One"));
        String forAll = PolicyBody.privacyNotice("All").published(maker);
        String named = PolicyBody.privacyNotice("Some").named(product).published(maker);

        Response secondForAll = PolicyBody.privacyNotice("Also all").publish(maker);
        Response secondNamed =
                PolicyBody.privacyNotice("Also some").named(product).publish(maker);
        Response otherKind = PolicyBody.privacyNotice("Terms").kind("terms").publish(maker);

        assertThat(secondForAll.statusCode()).isEqualTo(409);
        assertThat(secondForAll.<String>path("type")).endsWith("/policy-exists");
        assertThat(secondForAll.<String>path("detail")).contains(forAll).contains("supersedes 1");
        assertThat(secondNamed.statusCode()).isEqualTo(409);
        assertThat(secondNamed.<String>path("detail")).contains(named);
        assertThat(otherKind.statusCode()).isEqualTo(201);
    }

    @Test
    void twoHundredNamedProductsInTenLanguagesFitIntoAnEntry() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("One"));
        PolicyBody body = PolicyBody.privacyNotice("Long").named(product);
        for (int i = 0; i < 9; i++) {
            body.text("x" + (char) ('a' + i) + "-" + "Abcdefgh", "text/markdown", "Text " + i);
        }

        Response published = body.publish(maker);

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(201);
        // 199 more products, each a quoted UUID and a comma
        int entry = get("/v1/feed?lastEventId=%012d".formatted(published.<Integer>path("log_index") - 1))
                .asByteArray()
                .length;
        assertThat(entry + 199 * 39).isLessThan(16 * 1024);
    }

    @Test
    void aReadThatAsksForNonsenseIsToldWhatWouldBeRight() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("One").published(maker);
        String address = "/v1/policies/" + policy;

        assertThat(get(address + "/versions/2").statusCode()).isEqualTo(404);
        assertThat(get(address + "/versions?effective_on=2027-02-30").statusCode())
                .isEqualTo(400);
        assertThat(get(address + "/versions?cursor=zzz").statusCode()).isEqualTo(400);
        assertThat(get(address + "/versions?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(address + "/diff").statusCode()).isEqualTo(400);
        assertThat(get(address + "/diff?from=1&to=9").statusCode()).isEqualTo(404);
        assertThat(get(address + "/diff?from=1&to=1&language=fr").statusCode()).isEqualTo(422);
        assertThat(get(address + "?on=2099-01-01").statusCode()).isEqualTo(400);
        assertThat(get("/v1/policies/" + maker.organisation).statusCode()).isEqualTo(404);
        assertThat(get("/v1/organisations/" + policy + "/policies").statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/organisations/" + maker.organisation + "/policies/terms/versions")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/organisations/" + maker.organisation + "/policies/horoscope/versions")
                        .<String>path("detail"))
                .contains("privacy_notice");
        assertThat(get("/v1/products/" + maker.newProduct() + "/policies").<String>path("type"))
                .endsWith("/not-listed");
    }
}
