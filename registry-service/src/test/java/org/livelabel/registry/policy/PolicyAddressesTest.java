package org.livelabel.registry.policy;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** A policy is read at its own address, at its organisation's and at those of the products that it applies to. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class PolicyAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"versions/1", "versions/2", "diff?from=1&to=2", "diff.html?from=2&to=1"})
    void eachOfThemGivesTheSameAnswer(String of) {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy = PolicyBody.privacyNotice("We keep it for a week.").published(maker);
        PolicyBody.privacyNotice("We keep it for a month.")
                .supersedes(policy, 1, "retention_lengthened")
                .published(maker);

        Response own = get("/v1/policies/" + policy + "/" + of);
        Response organisations = get("/v1/organisations/" + maker.organisation + "/policies/privacy_notice/" + of);
        Response products = get("/v1/products/" + product + "/policies/privacy_notice/" + of);

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(List.of(organisations, products)).allSatisfy(answer -> {
            assertThat(answer.asString()).isEqualTo(own.asString());
            for (String header :
                    List.of("ETag", "Content-Type", "Link", "Content-Security-Policy", "Referrer-Policy")) {
                assertThat(answer.header(header)).as(header).isEqualTo(own.header(header));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policies/OTHER/versions                             | There is no policy OTHER. Policies are listed at
            policies/OTHER/diff?from=1&to=2                     | There is no policy OTHER. Policies are listed at
            policies/OTHER/versions/1?on=2020-01-01             | There is no policy OTHER that was public then.
            organisations/MAKER/policies/terms/versions         | This organisation has no terms for all of its products.
            organisations/MAKER/policies/terms/diff?from=1&to=2 | This organisation has no terms for all of its products.
            organisations/MAKER/policies/horoscope/versions/1   | There is no kind of policy horoscope; there are privacy_
            products/PRODUCT/policies/terms/versions/1          | Nobody has published a terms that applies to this product.
            products/PRODUCT/policies/terms/diff.html           | Nobody has published a terms that applies to this product.
            products/PRODUCT/policies/horoscope/versions        | There is no kind of policy horoscope; there are privacy_
            products/OTHER/policies/horoscope/versions          | No product OTHER is published.
            products/PRODUCT/policies/terms/versions/1?on=2020-01-01 | No product PRODUCT was published then.""")
    void whatIsNotThereIsSaidInTheWordsOfTheAddress(String path, String detail) {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String other = UUID.randomUUID().toString();

        Response answer = get("/v1/"
                + path.replace("OTHER", other)
                        .replace("MAKER", maker.organisation)
                        .replace("PRODUCT", product));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("detail"))
                .startsWith(detail.replace("OTHER", other).replace("PRODUCT", product));
    }
}
