package org.livelabel.registry.policy;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class PolicyPublishingTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aPolicyIsPublishedOnceForAllProductsAndServedAsItWasWritten() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));

        Response published = PolicyBody.privacyNotice("# Privacy\n\nWe keep *video* for 30 days.\n")
                .publish(maker);

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo(published.path("url"));
        assertThat(published.<Integer>path("version")).isEqualTo(1);
        assertThat(published.<String>path("status")).isEqualTo("in_effect");
        assertThat(published.<String>path("texts[0].source_url")).isEqualTo("https://halden.example/privacy/en");
        Response blob = get(Here.path(published.<String>path("texts[0].url")));
        assertThat(blob.asString()).isEqualTo("# Privacy\n\nWe keep *video* for 30 days.\n");
        assertThat(blob.contentType()).isEqualToIgnoringCase("text/markdown;charset=UTF-8");
        assertThat(blob.header("Content-Disposition")).startsWith("attachment").endsWith(".md\"");
        assertThat(blob.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(blob.header("Content-Security-Policy")).contains("sandbox");
        Response applies = get("/v1/products/" + product + "/policies");
        assertThat(applies.<String>path("policies[0].kind")).isEqualTo("privacy_notice");
        assertThat(applies.<String>path("policies[0].in_effect.url")).isEqualTo(published.path("url"));
        assertThat(get("/v1/organisations/" + maker.organisation + "/policies").<List<String>>path("items.id"))
                .containsExactly(published.<String>path("policy_id"));
    }

    @Test
    void theEntryHoldsCodesAndDigestsAndNoTextAPersonWrote() throws Exception {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("First words").published(maker);
        Response second = PolicyBody.privacyNotice("Second words")
                .effectiveOn("2027-03-01")
                .supersedes(policy, 1, "clarification")
                .publish(maker);

        JsonNode entry = entry(second.path("log_index"));

        assertThat(entry.get("type").asText()).isEqualTo("org.livelabel.policy.published.v1");
        assertThat(entry.get("subject").asText()).isEqualTo("organisations/" + maker.organisation);
        assertThat(entry.at("/data/effective_on").asText()).isEqualTo("2027-03-01");
        assertThat(entry.get("time").asText()).doesNotStartWith("2027-03-01");
        assertThat(entry.at("/data/policy").asText()).isEqualTo(policy);
        assertThat(entry.at("/data/version").asInt()).isEqualTo(2);
        assertThat(entry.at("/data/change_codes/0").asText()).isEqualTo("clarification");
        assertThat(entry.toString()).doesNotContain("words", "halden.example", "We say it better");
        assertThat(get("/v1/blobs/" + entry.at("/data/document/sha256").asText())
                        .asString())
                .contains("We say it better", "https://halden.example/privacy/en");
    }

    @Test
    void htmlIsMadeSafeBeforeItIsHashedAndThePreviewShowsIt() {
        Maker maker = Maker.verified();
        PolicyBody body = PolicyBody.privacyNotice("")
                .html(
                        "<p onclick=\"x()\">We keep <b>video</b><script>alert(1)</script> <a href=\"javascript:x()\">here</a></p>");

        Response preview = body.preview(maker);
        Response published = body.publish(maker);

        String safe = "<p>We keep <b>video</b> here</p>";
        assertThat(preview.<String>path("texts[0].text")).isEqualTo(safe);
        assertThat(preview.<List<String>>path("texts[0].removed")).contains("script", "p onclick");
        Response blob = get(Here.path(published.<String>path("texts[0].url")));
        assertThat(blob.asString()).isEqualTo(safe);
        assertThat(blob.header("Content-Disposition")).endsWith(".html\"");
        assertThat(blob.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndWritesNothing() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("We keep video for 30 days.").published(maker);
        PolicyBody next = PolicyBody.privacyNotice("We keep video for 90 days.")
                .text("de", "text/plain", "Wir speichern 90 Tage.")
                .supersedes(policy, 1, "retention_lengthened");

        Response preview = next.preview(maker);

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.<Integer>path("version")).isEqualTo(2);
        assertThat(preview.<Boolean>path("declared_material")).isFalse();
        assertThat(preview.<Boolean>path("material")).isTrue();
        assertThat(preview.<List<String>>path("texts[0].diff.segments.op"))
                .containsExactly("equal", "delete", "insert", "equal");
        assertThat(preview.<Object>path("texts[1].diff")).isNull();
        assertThat(get("/v1/policies/" + policy).<Integer>path("latest_version"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoBrowsersAtOnceOneWinsAndTheOtherLearnsWhy() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("One").published(maker);

        List<Response> answers = Stream.of("Left", "Right")
                .map(text -> CompletableFuture.supplyAsync(() -> PolicyBody.privacyNotice(text)
                        .supersedes(policy, 1, "editorial")
                        .publish(maker)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 412);
        Response loser =
                answers.stream().filter(r -> r.statusCode() == 412).findFirst().orElseThrow();
        assertThat(loser.<String>path("type")).endsWith("/stale");
        assertThat(loser.<List<String>>path("violations.field")).containsExactly("/supersedes");
        assertThat(loser.<String>path("detail"))
                .contains("version 2")
                .contains("/v1/policies/" + policy + "/versions/2");
        assertThat(get("/v1/policies/" + policy + "/versions").<List<Integer>>path("items.version"))
                .containsExactly(2, 1);
    }

    @Test
    void ofTwoFirstPoliciesForAllProductsAtOnceOneWins() {
        Maker maker = Maker.verified();

        List<Response> answers = Stream.of("Left", "Right")
                .map(text -> CompletableFuture.supplyAsync(
                        () -> PolicyBody.privacyNotice(text).publish(maker)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 409);
        assertThat(answers.stream().map(Response::asString).filter(a -> a.contains("policy-exists")))
                .hasSize(1);
    }

    @Test
    void theSameKeyPublishesOnceAndGivesTheSameAnswer() {
        Maker maker = Maker.verified();
        String key = UUID.randomUUID().toString();
        String body = PolicyBody.privacyNotice("Once").json().toString();
        String address = "/v1/organisations/" + maker.organisation + "/policies";

        Response first = maker.asked(maker.token(), key).body(body).post(address);
        Response again = maker.asked(maker.token(), key).body(body).post(address);
        Response without = given().auth()
                .oauth2(maker.token().signed())
                .contentType("application/json")
                .body(body)
                .post(address);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.<String>path("type")).endsWith("/idempotency-key-missing");
    }

    @Test
    void aPublicationThatIsCutOffLeavesNothingAndCanBeSentAgain() throws Exception {
        Maker maker = Maker.verified();
        String key = UUID.randomUUID().toString();
        String body = PolicyBody.privacyNotice("Cut off " + key).json().toString();
        String address = "/v1/organisations/" + maker.organisation + "/policies";
        cutOffAtTheEnd();
        Response cutOff;
        try {
            cutOff = maker.asked(maker.token(), key).body(body).post(address);
        } finally {
            Sql.execute("drop function work.cut_off cascade");
        }

        assertThat(cutOff.statusCode()).isEqualTo(503);
        assertThat(get(address).<List<Object>>path("items")).isEmpty();
        assertThat(Sql.one("select count(*) from log.blob where position('Cut off " + key
                        + "' in convert_from(bytes, 'UTF8')) > 0"))
                .isEqualTo("0");
        Response again = maker.asked(maker.token(), key).body(body).post(address);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(get(Here.path(again.path("texts[0].url"))).statusCode()).isEqualTo(200);
    }

    /** Everything is in the database by then, and is to be committed. */
    private static void cutOffAtTheEnd() throws SQLException {
        Sql.execute("create function work.cut_off() returns trigger language plpgsql as"
                + " $$ begin raise exception 'cut off' using errcode = 'serialization_failure'; end $$");
        Sql.execute("create trigger cut_off after update on log.head for each row execute function work.cut_off()");
    }

    @Test
    void publishingNeedsTwoFreshFactorsAndThePublishersRole() {
        Maker maker = Maker.verified();
        Maker stranger = Maker.verified();
        Maker unverified = Maker.make("manufacturer", false);
        String body = PolicyBody.privacyNotice("Mine").json().toString();
        String address = "/v1/organisations/" + maker.organisation + "/policies";
        Maker editor = Maker.verified();
        Peers.member(editor.subject, editor.organisation, "manufacturer", true, "editor");

        Response stale = maker.asked(Maker.signedInMinutesAgo(maker.token(), 16))
                .body(body)
                .post(address);
        Response anonymous = given().contentType("application/json").body(body).post(address);

        assertThat(stale.statusCode()).isEqualTo(401);
        assertThat(stale.header("WWW-Authenticate")).contains("insufficient_user_authentication");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(stranger.asked().body(body).post(address).statusCode()).isEqualTo(403);
        assertThat(stranger.asked().body(body).post(address + ":preview").statusCode())
                .isEqualTo(403);
        assertThat(PolicyBody.privacyNotice("Early").publish(unverified).statusCode())
                .isEqualTo(403);
        assertThat(PolicyBody.privacyNotice("Draft").publish(editor).statusCode())
                .isEqualTo(403);
        assertThat(PolicyBody.privacyNotice("Draft").preview(editor).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingOfAPolicyCanBeRemovedOrChanged() {
        Maker maker = Maker.verified();
        String policy = PolicyBody.privacyNotice("For good").published(maker);

        assertThat(maker.asked().delete("/v1/policies/" + policy).statusCode()).isEqualTo(405);
        assertThat(maker.asked()
                        .delete("/v1/policies/" + policy + "/versions/1")
                        .statusCode())
                .isEqualTo(405);
        assertThat(maker.asked()
                        .body("{}")
                        .put("/v1/policies/" + policy + "/versions/1")
                        .statusCode())
                .isEqualTo(405);
        assertThat(maker.asked()
                        .delete("/v1/organisations/" + maker.organisation + "/policies")
                        .statusCode())
                .isEqualTo(405);
    }

    private JsonNode entry(int index) throws Exception {
        String after = index == 0 ? "" : "?lastEventId=%012d".formatted(index - 1);
        return mapper.readTree(get("/v1/feed" + after).asString()).get(0);
    }
}
