package org.livelabel.registry.authority;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Peers;

/** The service has started before the identity server, and knows none of its keys. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
@TestProfile(IdentityServerAwayTest.Away.class)
class IdentityServerAwayTest {
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // nobody listens there
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/none");
        }
    }

    @Test
    void whatNeedsATokenIsPutOffAndPublicReadsGoOn() {
        String token = Peers.token().signed();

        Response refused = given().auth().oauth2(token).get("/v1/organisations/" + UUID.randomUUID() + "/products");
        Response read = given().auth().oauth2(token).get("/v1/categories");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/authority-unavailable");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(read.statusCode()).isEqualTo(200);
    }
}
