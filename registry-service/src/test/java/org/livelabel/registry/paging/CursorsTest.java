package org.livelabel.registry.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** A cursor that somebody made up is refused by every list there is, and breaks none. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class CursorsTest {
    @Test
    void everyListGoesOnWithItsOwnCursorsAndRefusesAllOthers() {
        Maker maker = Maker.verified();
        String other = maker.published(Drafts.identityOnly("Other"));
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        maker.write(product, 1, Drafts.camera(Maker.freeGtin(), "2033-01-01", ""));
        for (String version : List.of("1.0", "1.1")) {
            maker.command("/v1/products/" + product + "/firmware", """
                            {"version": "%s", "released_on": "2026-11-01", "sha256": "%s", "size": 1, "signed": true,
                             "anti_rollback": false}""".formatted(version, "a".repeat(64)))
                    .then()
                    .statusCode(201);
        }
        String policy = PolicyBody.privacyNotice("First").published(maker);
        PolicyBody.privacyNotice("Second").supersedes(policy, 1, "editorial").published(maker);
        PolicyBody.privacyNotice("Terms").kind("terms").published(maker);
        String organisation = "/v1/organisations/" + maker.organisation;

        for (String list : List.of(
                "/v1/products?manufacturer=" + maker.organisation,
                "/v1/organisations?kind=manufacturer",
                organisation + "/products",
                organisation + "/policies",
                organisation + "/policies/privacy_notice/versions",
                "/v1/policies/" + policy + "/versions",
                "/v1/products/" + product + "/policies/privacy_notice/versions",
                "/v1/products/" + product + "/firmware")) {
            String separator = list.contains("?") ? "&" : "?";
            Response first = maker.asked().get(list + separator + "limit=1");
            assertThat(first.statusCode()).as(list).isEqualTo(200);
            String next = first.path("next");
            assertThat(maker.asked().get(Here.path(next)).statusCode()).as(next).isEqualTo(200);

            for (String forged : List.of("x", "%2B", "bm90aGluZw", forged(next), cursorOf(other))) {
                Response refused = maker.asked().urlEncodingEnabled(false).get(list + separator + "cursor=" + forged);
                assertThat(refused.statusCode()).as(list + " " + forged).isEqualTo(400);
                assertThat(refused.<String>path("type")).as(list).endsWith("/invalid-cursor");
            }
        }
    }

    /** The list's own digest, and behind it nothing that the list could have written. */
    private static String forged(String next) {
        String query = URI.create(next).getRawQuery();
        String cursor = query.replaceAll(".*cursor=([^&]*).*", "$1");
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return encoded(text.replaceAll("(?s)^([0-9a-f]+)(.).*", "$1$2nonsense$2nonsense"));
    }

    /** Of the right shape, for a list with other filters. */
    private static String cursorOf(String id) {
        return encoded("0\n" + id + "\n" + id);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
