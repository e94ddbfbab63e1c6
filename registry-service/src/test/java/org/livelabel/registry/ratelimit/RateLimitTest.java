package org.livelabel.registry.ratelimit;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class RateLimitTest {
    private static final String THOUSAND =
            "{\"gtins\": [" + String.join(",", Collections.nCopies(1000, "\"96385074\"")) + "]}";

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aCallerWithoutATokenSeesWhatIsLeft() {
        Response answer = from("198.51.100.1").get("/v1/categories");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=40;w=60");
        assertThat(answer.header("RateLimit")).matches("\"anonymous\";r=39;t=[0-9]+");
    }

    @Test
    void whatIsUsedUpIsRefusedForThatAddressOnlyAndComesBack() {
        TestClock.set(Instant.parse("2030-01-01T00:00:00Z"));
        lookup("198.51.100.2").then().statusCode(200);
        lookup("198.51.100.2").then().statusCode(200);

        double before = refusals();
        Response refused = lookup("198.51.100.2");
        double refusals = refusals() - before;
        Response other = lookup("198.51.100.3");
        TestClock.set(Instant.parse("2030-01-01T00:02:00Z"));
        Response later = lookup("198.51.100.2");

        assertThat(refusals).isEqualTo(1);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("type")).endsWith("/rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit")).contains(";r=");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void whoWaitsAsLongAsToldIsServed() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        TestClock.stop(start);
        lookup("198.51.100.9").then().statusCode(200);
        lookup("198.51.100.9").then().statusCode(200);

        Response refused = lookup("198.51.100.9");
        TestClock.stop(start.plusSeconds(Integer.parseInt(refused.header("Retry-After"))));
        Response waited = lookup("198.51.100.9");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(waited.statusCode()).isEqualTo(200);
    }

    @Test
    void membersAndFollowersOfTheLogAreNotCounted() {
        Maker maker = Maker.verified();

        Response member =
                maker.asked().header("X-Forwarded-For", "198.51.100.4").get("/v1/categories");
        Response badToken =
                from("198.51.100.4").header("Authorization", "Bearer nonsense").get("/v1/categories");

        assertThat(member.header("RateLimit")).isNull();
        assertThat(badToken.statusCode()).isEqualTo(200);
        assertThat(badToken.header("RateLimit")).contains(";r=39;");
        assertThat(from("198.51.100.4").get("/v1/feed").header("RateLimit")).isNull();
        assertThat(from("198.51.100.4").get("/v1/export/products.ndjson.gz").header("RateLimit"))
                .isNull();
        assertThat(get("/v1/categories").header("RateLimit")).isNull();
    }

    @Test
    void anIpv6SubscriberIsOneCaller() {
        from("2001:db8:7:1::1").get("/v1/categories");

        assertThat(from("2001:db8:7:1:ffff::2").get("/v1/categories").header("RateLimit"))
                .contains(";r=38;");
        assertThat(from("2001:db8:7:2::1").get("/v1/categories").header("RateLimit"))
                .contains(";r=39;");
    }

    private double refusals() {
        Scrape now = Scrape.of(management.toString());
        assertThat(now.sum("livelabel_quota_addresses")).isPositive();
        return now.sum("livelabel_refusals_total", "type=\"rate-limited\"");
    }

    private static Response lookup(String address) {
        return from(address).contentType("application/json").body(THOUSAND).post("/v1/products:lookup");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }
}
