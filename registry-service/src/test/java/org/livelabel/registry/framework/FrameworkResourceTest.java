package org.livelabel.registry.framework;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class FrameworkResourceTest {
    @Test
    void anybodyCanReadTheFrameworksAndWhichFieldsAnswerThem() {
        Response list = get("/v1/frameworks");
        Response ota = get(Here.path(list.<String>path("items[0].url")));

        assertThat(list.<List<String>>path("items.id")).containsExactly("ota", "ioxt", "fcc-8-222");
        assertThat(list.<List<Integer>>path("items.criteria")).containsExactly(30, 23, 10);
        assertThat(ota.<String>path("note")).contains("not affiliated");
        assertThat(ota.<List<String>>path("criteria.find { it.id == 'OTA-20' }.answered_by"))
                .containsExactly("/data/practices/*/kept_on_device", "/data/practices/*/kept_in_cloud");
        assertThat(ota.<String>path("criteria.find { it.id == 'OTA-28' }.importance.wearable"))
                .isEqualTo("recommended");
        assertThat(given().header("If-None-Match", ota.header("ETag"))
                        .get("/v1/frameworks/ota")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void anUnknownFrameworkIsA404ThatSaysWhereTheListIs() {
        Response unknown = get("/v1/frameworks/iso-9000");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.<String>path("type")).endsWith("/not-found");
        assertThat(unknown.<String>path("detail")).contains("/v1/frameworks");
    }
}
