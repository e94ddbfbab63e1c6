package org.livelabel.registry.finding;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** Who read everything once, and asks for what changed since then, misses nothing. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class KeepingInStepTest {
    private static final String REASON = "{\"reason\": {\"en\": \"Because\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft",
                "gtin",
                "support",
                "firmware",
                "firmware withdrawn",
                "withdrawn",
                "suspended",
                "superseded",
                "handed over",
                "maker renamed",
                "policy for all",
                "policy for it",
                "policy no longer for it",
                "name withheld",
                "maker's name withheld",
            })
    void whateverIsPublishedAboutAProductIsSeen(String what) {
        Maker maker = Maker.verified();
        Maker operator = Maker.operator();
        String gtin = Maker.freeGtin();
        // of its own, as it may be withheld
        String product = maker.published(Drafts.camera(gtin).replace("View 2", "View " + gtin));
        String other = maker.published(Drafts.identityOnly("Other"));
        String policy = what.equals("policy no longer for it")
                ? PolicyBody.privacyNotice("One").named(product).published(maker)
                : "";
        if (what.equals("firmware withdrawn")) {
            release(maker, product);
        }
        long index = index(get("/v1/products?limit=1"));

        switch (what) {
            case "draft" -> publish(maker, product, Drafts.identityOnly("Changed"));
            case "gtin" -> publish(maker, product, Drafts.camera(Maker.freeGtin()));
            case "support" -> publish(maker, product, Drafts.camera(gtin, "2035-01-01", ""));
            case "firmware" -> release(maker, product);
            case "firmware withdrawn" -> done(maker, "/v1/products/" + product + "/firmware/1.0:withdraw", REASON);
            case "withdrawn" -> done(maker, "/v1/products/" + product + ":withdraw", REASON);
            case "suspended" -> done(operator, "/v1/products/" + product + ":suspend", REASON);
            case "superseded" -> done(maker, "/v1/products/" + product + ":supersede", "{\"by\": \"" + other + "\"}");
            case "handed over" ->
                done(
                        operator,
                        "/v1/products/" + product + ":hand-over",
                        "{\"to\": \"" + Maker.verified().organisation + "\"}");
            case "maker renamed" ->
                maker.publishFacts("Renamed", "manufacturer", true).then().statusCode(200);
            case "policy for all" -> PolicyBody.privacyNotice("One").published(maker);
            case "policy for it" ->
                PolicyBody.privacyNotice("One").named(product).published(maker);
            case "policy no longer for it" ->
                PolicyBody.privacyNotice("Two")
                        .supersedes(policy, 1, "editorial")
                        .named(other)
                        .published(maker);
            case "name withheld" -> withhold(product);
            case "maker's name withheld" -> withhold(maker.organisation);
            default -> throw new AssertionError(what);
        }

        assertThat(changedSince(index)).contains(product);
        assertThat(changedSince(index(get("/v1/products?limit=1")))).isEmpty();
    }

    @Test
    void aListSaysInAHeaderAndInItselfWhichIndexItStandsFor() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        String policy = PolicyBody.privacyNotice("One").published(maker);
        release(maker, product);
        long last = index(get("/v1/products?limit=1"));

        for (String list : List.of(
                "/v1/products?q=view&sort=changed",
                "/v1/organisations",
                "/v1/organisations/" + maker.organisation + "/policies",
                "/v1/policies/" + policy + "/versions",
                "/v1/products/" + product + "/policies/privacy_notice/versions",
                "/v1/products/" + product + "/disclosures",
                "/v1/products/" + product + "/firmware")) {
            Response page = get(list);
            assertThat(index(page)).as(list).isEqualTo(last);
            assertThat(page.header("LiveLabel-Log-Index")).as(list).isEqualTo(Long.toString(last));
        }
        maker.published(Drafts.identityOnly("Another"));
        assertThat(index(get("/v1/organisations"))).isGreaterThan(last);
    }

    private static List<String> changedSince(long index) {
        return given().queryParam("changed_since_index", index)
                .queryParam("limit", 200)
                .get("/v1/products")
                .path("items.id");
    }

    private static long index(Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return page.<Number>path("as_of_index").longValue();
    }

    private static void publish(Maker maker, String product, String draft) {
        maker.write(product, 1, draft).then().statusCode(204);
        maker.publish(product).then().statusCode(200);
    }

    private static void release(Maker maker, String product) {
        maker.command("/v1/products/" + product + "/firmware", """
                        {"version": "1.0", "released_on": "2025-03-03", "sha256": "%s", "size": 10, "signed": true,
                         "anti_rollback": false}""".formatted("0".repeat(64)))
                .then()
                .statusCode(201);
    }

    private static void done(Maker who, String path, String body) {
        Response answer = who.command(path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    /** The text of the first entry about a product or an organisation. */
    private static void withhold(String subject) {
        for (long last = -1; ; last += 256) {
            Response feed = get("/v1/feed" + (last < 0 ? "" : "?lastEventId=%012d".formatted(last)));
            String blob = feed.path("find { it.subject.endsWith('" + subject + "') }.data.document.sha256");
            if (blob != null) {
                done(Maker.operator(), "/v1/blobs/" + blob + ":withhold", "{\"reason\": \"other_law\"}");
                return;
            }
        }
    }
}
