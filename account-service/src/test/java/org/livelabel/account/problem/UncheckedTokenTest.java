package org.livelabel.account.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.ShortLimits;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.Scrape;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.issuer.TestToken;

/** The identity server, of which a key is needed, takes the question and keeps silent. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Surroundings.class)
@TestProfile(ShortLimits.class)
class UncheckedTokenTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    TestIssuer issuer;

    @AfterEach
    void asBefore() {
        issuer.keepsKeys(false);
    }

    @Test
    void whatNeedsATokenSaysThatItCannotBeCheckedAndNotThatItIsBad() {
        double before = Scrape.of(management.toString()).sum("livelabel_tokens_unchecked_total");
        issuer.keepsKeys(true);
        Response meanwhile = me(issuer.token().keyNobodyKnows());
        issuer.keepsKeys(false);

        Response afterwards = me(issuer.token().keyNobodyKnows());

        Scrape measured = Scrape.of(management.toString());
        assertThat(measured.sum("livelabel_tokens_unchecked_total")).isEqualTo(before + 1);
        assertThat(measured.sum("livelabel_refusals_total", "type=\"not-authenticated\""))
                .isPositive();
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.<String>path("type")).endsWith("/unavailable");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("30");
        assertThat(meanwhile.header("WWW-Authenticate")).isNull();
        // the issuer has no such key
        assertThat(afterwards.statusCode()).isEqualTo(401);
        assertThat(afterwards.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenWhoseKeyIsKnownIsCheckedMeanwhile() {
        issuer.keepsKeys(true);

        Response answer = me(issuer.token());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenIsSaidToBeNone() {
        issuer.keepsKeys(true);

        Response answer = given().header("Authorization", "Bearer a.b.c").get("/v1/me");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static Response me(TestToken token) {
        return given().auth().oauth2(token.signed()).get("/v1/me");
    }
}
