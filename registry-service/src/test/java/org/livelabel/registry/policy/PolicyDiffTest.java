package org.livelabel.registry.policy;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class PolicyDiffTest {
    @Test
    void anyTwoVersionsAreComparedToTheWord() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("We keep video for 30 days.").published(maker);
        PolicyBody.privacyNotice("We keep video for 60 days.")
                .supersedes(policy, 1, "retention_lengthened")
                .published(maker);
        PolicyBody.privacyNotice("We keep video for 90 days.")
                .supersedes(policy, 2, "editorial")
                .published(maker);

        Response diff = get("/v1/policies/" + policy + "/diff?from=1&to=3");
        Response last = get("/v1/policies/" + policy + "/diff?from=2&to=3");
        Response back = get("/v1/policies/" + policy + "/diff?from=3&to=1");

        assertThat(diff.<String>path("text.mode")).isEqualTo("words");
        assertThat(diff.<List<String>>path("text.segments.op")).containsExactly("equal", "delete", "insert", "equal");
        assertThat(diff.<List<String>>path("text.segments.text"))
                .containsExactly("We keep video for ", "30 ", "90 ", "days.");
        assertThat(diff.<Integer>path("text.words_added")).isEqualTo(1);
        assertThat(diff.<Boolean>path("material")).isTrue();
        assertThat(diff.<List<String>>path("change_codes")).containsExactly("editorial", "retention_lengthened");
        assertThat(last.<Boolean>path("material")).isFalse();
        assertThat(back.<List<String>>path("text.segments.text"))
                .containsExactly("We keep video for ", "90 ", "30 ", "days.");
        assertThat(given().header("If-None-Match", diff.header("ETag"))
                        .get("/v1/policies/" + policy + "/diff?from=1&to=3")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void thePageMarksChangesForThoseWhoDoNotSeeThemAndShowsNoMarkupAsMarkup() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("We <b>never</b> sell data.").published(maker);
        PolicyBody.privacyNotice("We <script>alert(1)</script> sell data.")
                .supersedes(policy, 1, "sharing_started")
                .published(maker);

        for (String address : List.of(
                "/v1/policies/" + policy, "/v1/organisations/" + maker.organisation + "/policies/privacy_notice")) {
            Response page = get(address + "/diff.html?from=1&to=2");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("sandbox");
            assertThat(page.asString())
                    .contains("<del><span class=\"said\" lang=\"en\">removed: </span>&lt;b&gt;never&lt;/b&gt; </del>")
                    .contains("<ins><span class=\"said\" lang=\"en\">added: </span>&lt;script&gt;")
                    .contains("The change is material")
                    .doesNotContain("<script");
        }
    }

    @Test
    void ofHtmlWhatPeopleReadIsComparedAndWhereALinkLeads() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("")
                .html("<p>Ask <a href=\"https://halden.example\">us</a>.</p>")
                .published(maker);
        PolicyBody.privacyNotice("")
                .html("<div><p><b>Ask</b> <a href=\"https://other.example\">us</a>.</p></div>")
                .supersedes(policy, 1, "editorial")
                .published(maker);

        Response diff = get("/v1/policies/" + policy + "/diff?from=1&to=2");

        assertThat(diff.<List<String>>path("text.segments.text"))
                .containsExactly("Ask us ", "<https://halden.example>.\n", "<https://other.example>.\n");
    }

    @Test
    void textsAreComparedInALanguageThatBothHave() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("Thirty days")
                .text("de", "text/plain", "Dreißig Tage")
                .published(maker);
        PolicyBody french = PolicyBody.privacyNotice("x").supersedes(policy, 1, "editorial");
        french.json().putArray("texts");
        french.text("fr", "text/plain", "Trente jours")
                .text("de", "text/plain", "Neunzig Tage")
                .published(maker);

        Response common = get("/v1/policies/" + policy + "/diff?from=1&to=2");
        Response english = get("/v1/policies/" + policy + "/diff?from=1&to=2&language=en");

        assertThat(common.<String>path("language")).isEqualTo("de");
        assertThat(common.<String>path("text.segments[0].text")).isEqualTo("Dreißig ");
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.<String>path("detail")).contains("both versions have: de");
    }

    @Test
    void twoTextsOfAMebibyteWithNothingInCommonAreSaidToBeTooDifferent() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice(lines("one")).published(maker);
        PolicyBody.privacyNotice(lines("two"))
                .supersedes(policy, 1, "editorial")
                .published(maker);

        Response diff = get("/v1/policies/" + policy + "/diff?from=1&to=2");
        Response page = get("/v1/policies/" + policy + "/diff.html?from=1&to=2");

        assertThat(diff.statusCode()).isEqualTo(200);
        assertThat(diff.<String>path("text.mode")).isEqualTo("too_different");
        assertThat(diff.<String>path("text.explanation")).contains("too different");
        assertThat(diff.<List<Object>>path("text.segments")).isEmpty();
        assertThat(diff.<String>path("to.texts[0].url")).startsWith("https://registry.test/v1/blobs/");
        assertThat(page.asString()).contains("too different");
    }

    /** A little less than a mebibyte. */
    private static String lines(String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < (1 << 20) - 64; i++) {
            text.append(word).append(' ').append(i).append('\n');
        }
        return text.toString();
    }
}
