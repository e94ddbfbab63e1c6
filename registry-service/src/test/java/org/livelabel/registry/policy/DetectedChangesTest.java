package org.livelabel.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** What products' own publications gave away counts when the next version of a policy is published. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class DetectedChangesTest {
    @Inject
    PublicationLog log;

    @Inject
    Documents documents;

    @Inject
    ObjectMapper mapper;

    @Test
    void whatAProductsDisclosureGaveAwayMakesTheNextVersionMaterialUnlessItIsContestedInPublic() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        String policy = PolicyBody.privacyNotice("One").published(maker);
        disclose(product, maker.organisation, true, "sharing_started", "default_weakened");

        Response silent = PolicyBody.privacyNotice("Two")
                .supersedes(policy, 1, "editorial")
                .preview(maker);
        Response contested = PolicyBody.privacyNotice("Two")
                .supersedes(policy, 1, "editorial")
                .contested("sharing_started", "The recipient is our own subsidiary.")
                .publish(maker);
        Response undetected = PolicyBody.privacyNotice("Three")
                .supersedes(policy, 2, "editorial")
                .contested("sensor_added", "There is none.")
                .publish(maker);
        Response later = PolicyBody.privacyNotice("Three")
                .supersedes(policy, 2, "editorial")
                .publish(maker);

        assertThat(silent.<Boolean>path("material")).isTrue();
        assertThat(silent.<List<String>>path("detected_codes")).containsExactly("sharing_started");
        assertThat(contested.<Boolean>path("material")).isFalse();
        assertThat(contested.<List<String>>path("detected_codes")).containsExactly("sharing_started");
        assertThat(contested.<String>path("contested[0].reason.en")).isEqualTo("The recipient is our own subsidiary.");
        assertThat(undetected.statusCode()).isEqualTo(422);
        assertThat(undetected.<String>path("detail")).contains("detected: nothing");
        assertThat(later.<List<String>>path("detected_codes")).isEmpty();
    }

    @Test
    void aShortenedPromiseIsDetectedForTheSupportPolicyAndASpecialPolicyLooksAtItsProductsOnly() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));
        String other = maker.published(Drafts.identityOnly("Other"));
        String forAll = PolicyBody.privacyNotice("One")
                .kind("support_and_update_policy")
                .published(maker);
        String named = PolicyBody.privacyNotice("Special")
                .kind("support_and_update_policy")
                .named(other)
                .published(maker);
        maker.write(product, 1, Drafts.camera(gtin, "2030-06-30", ", \"reason\": {\"en\": \"The chip is gone.\"}"));
        maker.publish(product).then().statusCode(200);

        Response ofAll = PolicyBody.privacyNotice("Two")
                .kind("support_and_update_policy")
                .supersedes(forAll, 1, "editorial")
                .preview(maker);
        Response ofOther = PolicyBody.privacyNotice("Special two")
                .kind("support_and_update_policy")
                .named(other)
                .supersedes(named, 1, "editorial")
                .preview(maker);

        assertThat(ofAll.<List<String>>path("detected_codes")).containsExactly("support_shortened");
        assertThat(ofAll.<Boolean>path("material")).isTrue();
        assertThat(ofOther.<List<String>>path("detected_codes")).isEmpty();
        assertThat(ofOther.<Boolean>path("material")).isFalse();
    }

    @Test
    void whatADisclosureContestedInPublicIsNotHeldAgainstThePolicy() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        String policy = PolicyBody.privacyNotice("One").published(maker);
        disclose(product, maker.organisation, false, "sharing_started");

        Response next = PolicyBody.privacyNotice("Two")
                .supersedes(policy, 1, "editorial")
                .preview(maker);

        assertThat(next.<List<String>>path("detected_codes")).isEmpty();
        assertThat(next.<Boolean>path("material")).isFalse();
    }

    private void disclose(String product, String maker, boolean material, String... codes) {
        QuarkusTransaction.requiringNew().run(() -> {
            UUID organisation = UUID.fromString(maker);
            About about = new About(Subject.product(UUID.fromString(product)), organisation, organisation);
            DocumentRef document = documents.store(mapper.createObjectNode());
            log.append(List.of(new DisclosurePublished(about, 2, material, List.of(codes), null, document)));
        });
    }
}
