package org.livelabel.registry.policy;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ProductChanged;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class PolicyHistoryTest {
    @Inject
    PublicationLog log;

    @Inject
    Documents documents;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aVersionIsWhatItIsOnTheDayThatIsAskedForAndTheLatestIsTheLatestThereIs() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy =
                PolicyBody.privacyNotice("One").effectiveOn("2026-03-01").published(maker);
        PolicyBody.privacyNotice("Two")
                .effectiveOn("2027-03-01")
                .supersedes(policy, 1, "editorial")
                .published(maker);
        String latest = "<https://registry.test/v1/policies/" + policy + "/versions/2>; rel=\"latest-version\"";

        for (String versions : List.of(
                "/v1/policies/" + policy + "/versions",
                "/v1/organisations/" + maker.organisation + "/policies/privacy_notice/versions",
                "/v1/products/" + product + "/policies/privacy_notice/versions")) {
            Response now = get(versions);
            Response then = get(versions + "?effective_on=2027-03-01");
            Response before = get(versions + "?effective_on=2026-03-01");
            assertThat(now.<List<String>>path("items.status")).as(versions).containsExactly("upcoming", "in_effect");
            assertThat(then.<List<Integer>>path("items.version")).containsExactly(2);
            assertThat(then.<List<String>>path("items.status")).as(versions).containsExactly("in_effect");
            assertThat(before.<List<String>>path("items.status")).containsExactly("in_effect");
            assertThat(List.of(now, then, before))
                    .extracting(answer -> answer.header("Link"))
                    .containsOnly(latest);
            assertThat(get(versions + "/1").header("Link")).contains(latest);
        }
    }

    @Test
    void theVersionInEffectOnADayIsFoundAlsoForADayToCome() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy =
                PolicyBody.privacyNotice("One").effectiveOn("2026-03-01").published(maker);
        PolicyBody.privacyNotice("Two")
                .effectiveOn("2027-03-01")
                .supersedes(policy, 1, "editorial")
                .published(maker);

        for (String address : List.of(
                "/v1/policies/" + policy,
                "/v1/organisations/" + maker.organisation + "/policies/privacy_notice",
                "/v1/products/" + product + "/policies/privacy_notice")) {
            String on = address + "/versions?effective_on=";
            assertThat(get(on + "2026-02-28").<List<Object>>path("items")).isEmpty();
            assertThat(get(on + "2027-02-28").<List<Integer>>path("items.version"))
                    .containsExactly(1);
            assertThat(get(on + "2027-03-01").<List<Integer>>path("items.version"))
                    .containsExactly(2);
            assertThat(get(address + "/versions").<List<String>>path("items.status"))
                    .containsExactly("upcoming", "in_effect");
            assertThat(get(address + "/versions/2").<Integer>path("version")).isEqualTo(2);
        }
        Response applies = get("/v1/products/" + product + "/policies");
        assertThat(applies.<Integer>path("policies[0].in_effect.version")).isEqualTo(1);
        assertThat(applies.<List<Integer>>path("policies[0].upcoming.version")).containsExactly(2);
    }

    @Test
    void aVersionLinksToTheOnesAroundIt() {
        Maker maker = Maker.verified();
        String policy = threeVersions(maker);
        String address = "/v1/policies/" + policy + "/versions";
        String whole = "https://registry.test" + address;

        assertThat(get(address + "/2").header("Link"))
                .contains("<" + whole + ">; rel=\"version-history\"")
                .contains("<" + whole + "/3>; rel=\"latest-version\"")
                .contains("<" + whole + "/1>; rel=\"predecessor-version\"")
                .contains("<" + whole + "/3>; rel=\"successor-version\"");
        assertThat(get(address + "/1").header("Link")).doesNotContain("predecessor-version");
        assertThat(get(address + "/3").header("Link")).doesNotContain("successor-version");
        assertThat(get(address).header("Link")).isEqualTo("<" + whole + "/3>; rel=\"latest-version\"");
    }

    @Test
    void aLongHistoryComesInPagesAndAnUnchangedAnswerIsNotSentTwice() {
        Maker maker = Maker.verified();
        String policy = threeVersions(maker);

        Response first = get("/v1/policies/" + policy + "/versions?limit=2");
        Response second = get(Here.path(first.path("next")));
        Response again = given().header("If-None-Match", first.header("ETag"))
                .get("/v1/policies/" + policy + "/versions?limit=2");
        Response elsewhere = get(Here.path(first.path("next")) + "&effective_on=2026-06-01");

        assertThat(first.<List<Integer>>path("items.version")).containsExactly(3, 2);
        assertThat(second.<List<Integer>>path("items.version")).containsExactly(1);
        assertThat(second.<String>path("next")).isNull();
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void anOrganisationsPoliciesComeInPages() {
        Maker maker = Maker.verified();
        List<String> ids = List.of(
                PolicyBody.privacyNotice("A").published(maker),
                PolicyBody.privacyNotice("B").kind("terms").published(maker),
                PolicyBody.privacyNotice("C").kind("returns").published(maker));

        Response first = get("/v1/organisations/" + maker.organisation + "/policies?limit=2");
        Response second = get(Here.path(first.path("next")));

        assertThat(first.<List<String>>path("items.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.<List<String>>path("items.id")).isEqualTo(ids.subList(2, 3));
    }

    @Test
    void aPastDayShowsWhatWasPublicAtItsEnd() {
        Maker maker = Maker.verified();
        Instant now = lastPublication();
        TestClock.set(now.plusSeconds(86_400));
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy = PolicyBody.privacyNotice("One").published(maker);
        TestClock.set(now.plusSeconds(86_400 * 4));
        PolicyBody.privacyNotice("Two").supersedes(policy, 1, "editorial").published(maker);

        String before = day(now, 0);
        String between = day(now, 3);
        String after = day(now, 4);

        assertThat(get("/v1/policies/" + policy + "?on=" + before).statusCode()).isEqualTo(404);
        assertThat(get("/v1/products/" + product + "/policies?on=" + before).statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/policies/" + policy + "?on=" + between).<Integer>path("in_effect.version"))
                .isEqualTo(1);
        assertThat(get("/v1/policies/" + policy + "/versions?on=" + between).<List<Integer>>path("items.version"))
                .containsExactly(1);
        assertThat(get("/v1/organisations/" + maker.organisation + "/policies?on=" + between)
                        .<List<Integer>>path("items.latest_version"))
                .containsExactly(1);
        assertThat(get("/v1/products/" + product + "/policies?on=" + between)
                        .<List<Integer>>path("policies.in_effect.version"))
                .containsExactly(1);
        assertThat(get("/v1/products/" + product + "/policies?on=" + after)
                        .<List<Integer>>path("policies.in_effect.version"))
                .containsExactly(2);
    }

    @Test
    void aPolicyThatNamesAProductBeatsTheOneForAll() {
        Maker maker = Maker.verified();
        String special = maker.published(Drafts.identityOnly("Special"));
        String usual = maker.published(Drafts.identityOnly("Usual"));
        String forAll = PolicyBody.privacyNotice("All").published(maker);
        String named = PolicyBody.privacyNotice("Special").named(special).published(maker);

        assertThat(get("/v1/products/" + special + "/policies").<List<String>>path("policies.in_effect.policy_id"))
                .containsExactly(named);
        assertThat(get("/v1/products/" + usual + "/policies").<List<String>>path("policies.in_effect.policy_id"))
                .containsExactly(forAll);
        assertThat(get("/v1/products/" + special + "/policies/privacy_notice/versions")
                        .<List<String>>path("items.policy_id"))
                .containsExactly(named, forAll);
    }

    @Test
    void afterAChangeOfOwnerAProductKeepsWhatAppliedToIt() {
        Maker former = Maker.verified();
        Maker present = Maker.verified();
        TestClock.set(lastPublication());
        String product = former.published(Drafts.identityOnly("Sold"));
        String policy = PolicyBody.privacyNotice("As promised").published(former);

        handOver(product, present.organisation);
        PolicyBody.privacyNotice("Worse")
                .supersedes(policy, 1, "sharing_started")
                .published(former);

        Response kept = get("/v1/products/" + product + "/policies");
        assertThat(kept.<List<Integer>>path("policies.in_effect.version")).containsExactly(1);
        assertThat(kept.<Boolean>path("policies[0].kept_from_former_owner")).isTrue();
        assertThat(kept.<String>path("policies[0].organisation.id")).isEqualTo(former.organisation);

        String theirs = PolicyBody.privacyNotice("The new owner's").published(present);
        Response now = get("/v1/products/" + product + "/policies");
        assertThat(now.<List<String>>path("policies.in_effect.policy_id")).containsExactly(theirs);
        assertThat(now.<Boolean>path("policies[0].kept_from_former_owner")).isFalse();
        assertThat(get("/v1/products/" + product + "/policies/privacy_notice/versions")
                        .<List<String>>path("items.policy_id"))
                .containsExactly(theirs, policy);
    }

    @Test
    void theVersionThatAProductKeepsIsInEffectForItAndIsComparedWithWhatBecameOfThatPolicy() {
        Maker former = Maker.verified();
        TestClock.set(lastPublication());
        String product = former.published(Drafts.identityOnly("Sold"));
        String policy = PolicyBody.privacyNotice("As promised").published(former);
        handOver(product, Maker.verified().organisation);
        PolicyBody.privacyNotice("Worse")
                .supersedes(policy, 1, "sharing_started")
                .published(former);
        String address = "/v1/products/" + product + "/policies/privacy_notice";

        Response kept = get(address + "/versions/1");
        Response own = get("/v1/policies/" + policy + "/versions/1");
        Response diff = get(address + "/diff?from=1&to=2");

        assertThat(kept.<String>path("status")).isEqualTo("in_effect");
        assertThat(own.<String>path("status")).isEqualTo("superseded");
        assertThat(kept.header("Link")).isEqualTo(own.header("Link")).contains("/versions/2>; rel=\"latest-version\"");
        assertThat(get(address + "/versions").<List<Integer>>path("items.version"))
                .containsExactly(1);
        assertThat(diff.<String>path("from.status")).isEqualTo("superseded");
        assertThat(diff.<Boolean>path("material")).isTrue();
    }

    /** Other tests may have set the clock ahead, and the log's time never goes back. */
    private static Instant lastPublication() {
        return Instant.parse(
                PolicyBody.privacyNotice("Before").publish(Maker.verified()).path("published_at"));
    }

    private static String threeVersions(Maker maker) {
        String policy = PolicyBody.privacyNotice("One").published(maker);
        PolicyBody.privacyNotice("Two").supersedes(policy, 1, "editorial").published(maker);
        PolicyBody.privacyNotice("Three").supersedes(policy, 2, "editorial").published(maker);
        return policy;
    }

    private static String day(Instant from, int days) {
        return from.plusSeconds(86_400L * days).toString().substring(0, 10);
    }

    /** Whatever the entry is: it says that the product is another organisation's from now on. */
    private void handOver(String product, String to) {
        String labelCode = get("/v1/products/" + product).path("label_code");
        QuarkusTransaction.requiringNew().run(() -> {
            ObjectNode document = mapper.createObjectNode().put("name", "Sold");
            UUID organisation = UUID.fromString(to);
            About about = new About(Subject.product(UUID.fromString(product)), organisation, organisation);
            log.append(List.of(new ProductChanged(about, labelCode, "other", "phone", documents.store(document))));
        });
    }
}
