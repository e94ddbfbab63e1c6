package org.livelabel.registry;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.UnlistedMethods;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class UnlistedMethodsTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefusedWithThoseThatItTakes() {
        assertThat(UnlistedMethods.offences(service, Path.of("../api/registry-service.yaml")))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsStillNotFound() {
        String product = "/v1/products/11111111-1111-4111-8111-111111111111";

        assertThat(get(product).statusCode()).isEqualTo(404);
        assertThat(head(product).statusCode()).isEqualTo(404);
        assertThat(get("/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(given().delete("/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(given().post(product + "/nothing").statusCode()).isEqualTo(404);
        assertThat(get(product).<String>path("type")).endsWith("/not-listed");
    }
}
