package org.livelabel.registry;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** How every public read behaves. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ConductTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/products?limit=1",
                "/v1/categories",
                "/v1/categories/lock/statistics",
                "/v1/organisations?limit=1",
                "/v1/imports/csv-columns"
            })
    void aReadHasAnEntityTagAndCanBeAskedForItsHeadersOnly(String address) {
        Maker.verified().published(Drafts.identityOnly("Any"));

        Response read = get(address);
        Response headers = head(address);
        Response again = given().header("If-None-Match", read.header("ETag")).get(address);

        assertThat(headers.statusCode()).isEqualTo(200);
        assertThat(headers.header("ETag")).isEqualTo(read.header("ETag")).isNotBlank();
        assertThat(headers.asString()).isEmpty();
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aParameterThatIsReadOnceIsRefusedTwiceAndAListIsNot() {
        Response twice = get("/v1/products?limit=1&limit=2");
        Response list = get("/v1/products?category=camera&category=phone");

        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.<String>path("violations[0].field")).isEqualTo("limit");
        assertThat(twice.<String>path("violations[0].message")).isEqualTo("is there 2 times; write it once");
        assertThat(list.statusCode()).isEqualTo(200);
    }

    @Test
    void anySiteMayReadButWithNobodysSession() {
        Response read = given().header("Origin", "https://shop.example").get("/v1/categories");
        Response preflight = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/categories");

        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(read.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
        assertThat(read.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "RateLimit", "LiveLabel-Log-Index");
        assertThat(preflight.header("Access-Control-Allow-Methods")).isNotEqualTo("PUT");
    }

    @Test
    void anySiteMayLookUpGtinsAndAskAgainWithItsTag() {
        Response lookup = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/v1/products:lookup");
        Response draft = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/products");
        Response conditional = given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/v1/categories");

        assertThat(lookup.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(lookup.header("Access-Control-Allow-Headers"))
                .contains("Content-Type")
                .doesNotContain("Authorization");
        assertThat(draft.header("Access-Control-Allow-Methods")).doesNotContain("POST");
        assertThat(conditional.header("Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(conditional.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(conditional.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void answersArePackedForWhoAsksAndATagThatAProxyMadeWeakStillCounts() {
        Response packed = given().header("Accept-Encoding", "gzip").get("/v1/categories");
        Response export = given().header("Accept-Encoding", "gzip").get("/v1/export/products.ndjson.gz");
        Response plain = given().config(
                        RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity")
                .get("/v1/categories");
        Response again =
                given().header("If-None-Match", "W/" + plain.header("ETag")).get("/v1/categories");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(packed.header("ETag")).isEqualTo("W/" + plain.header("ETag"));
        assertThat(export.header("Content-Encoding")).isNotEqualTo("gzip");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void theApiCanBeTriedInABrowser() {
        assertThat(given().redirects().follow(true).get("/q/swagger-ui/").asString())
                .contains("/q/openapi");
        assertThat(get("/q/openapi").asString()).startsWith("---\nopenapi: 3.1");
    }
}
