package org.livelabel.account.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.issuer.TestIssuer;

/** The service has started before the identity server, and knows none of its keys. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(IdentityServerAwayTest.Away.class)
class IdentityServerAwayTest {
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // nobody listens there
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/none");
        }
    }

    TestIssuer issuer;

    @Test
    void whatNeedsATokenIsPutOffAndWhatNeedsNoneGoesOn() {
        Response refused = given().auth().oauth2(issuer.token().signed()).get("/v1/me");
        Response read = get("/q/openapi");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(read.statusCode()).isEqualTo(200);
    }
}
