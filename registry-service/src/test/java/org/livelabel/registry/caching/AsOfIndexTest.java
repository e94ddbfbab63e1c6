package org.livelabel.registry.caching;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** One header says of every public read what it stands for, a single thing or a list. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class AsOfIndexTest {
    @Test
    void anAnswerSaysInAHeaderForWhichIndexOfTheLogItStands() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy =
                PolicyBody.privacyNotice("One").effectiveOn("2026-03-01").published(maker);
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        for (String read : List.of(
                "/v1/products/" + product,
                "/v1/products/" + product + "?on=" + today,
                "/v1/products/" + product + "/support",
                "/v1/products/" + product + "/policies",
                "/v1/policies/" + policy,
                "/v1/policies/" + policy + "/versions",
                "/v1/organisations/" + maker.organisation,
                "/v1/organisations?limit=1",
                "/v1/products?limit=1")) {
            Response answer = get(read);

            assertThat(answer.statusCode()).as(read).isEqualTo(200);
            assertThat(answer.header("LiveLabel-Log-Index"))
                    .as(read)
                    .isEqualTo(answer.path("as_of_index").toString());
            assertThat(given().header("If-None-Match", answer.header("ETag"))
                            .get(read)
                            .header("LiveLabel-Log-Index"))
                    .as("304 of " + read)
                    .isEqualTo(answer.header("LiveLabel-Log-Index"));
        }
    }
}
