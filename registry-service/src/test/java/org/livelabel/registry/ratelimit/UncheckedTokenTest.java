package org.livelabel.registry.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.issuer.TestToken;
import org.livelabel.registry.testing.Haste;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

/** The identity server, of which a key is needed, takes the question and keeps silent. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
@TestProfile(Haste.class)
class UncheckedTokenTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final int MORE_THAN_MAY_WAIT = 96;

    private static final String THOUSAND =
            "{\"gtins\": [" + String.join(",", Collections.nCopies(1000, "\"96385074\"")) + "]}";

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @AfterEach
    void asBefore() {
        Peers.identityServerKeepsKeys(false);
        TestClock.reset();
    }

    @Test
    void aMemberWhoseTokenCanBeCheckedIsNotCountedHoweverManyWaitForTheCheckOfTheirs() {
        Maker maker = Maker.verified();
        Peers.identityServerKeepsKeys(true);
        int before = Peers.waitingForKeys();
        List<CompletableFuture<Response>> waiting = IntStream.range(0, MORE_THAN_MAY_WAIT)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> from("198.51.100.20", Peers.token().keyNobodyKnows())
                                .get("/v1/categories"),
                        THREADS))
                .toList();
        await().until(() -> Peers.waitingForKeys() > before);

        Response member = from("198.51.100.21", maker.token()).get("/v1/categories");

        assertThat(member.statusCode()).isEqualTo(200);
        assertThat(member.header("RateLimit")).isNull();
        waiting.forEach(CompletableFuture::join);
    }

    @Test
    void aPublicReadGoesOnAndIsCountedByItsAddress() {
        Peers.identityServerKeepsKeys(true);

        Response read = from("198.51.100.22", Peers.token().keyNobodyKnows()).get("/v1/categories");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header("RateLimit")).contains(";r=39;");
    }

    @Test
    void whoseAddressHasNothingLeftIsAskedToComeBackAndNotTreatedAsIfThereWereNoToken() {
        TestClock.stop(Instant.parse("2030-01-01T00:00:00Z"));
        lookup("198.51.100.23").then().statusCode(200);
        lookup("198.51.100.23").then().statusCode(200);
        Peers.identityServerKeepsKeys(true);

        Response refused = from("198.51.100.23", Peers.token().keyNobodyKnows()).get("/v1/categories");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/authority-unavailable");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
    }

    @Test
    void whatNeedsATokenSaysThatItCannotBeCheckedAndNotThatItIsBad() {
        Maker maker = Maker.verified();
        String address = "/v1/organisations/" + maker.organisation + "/products";
        Peers.identityServerKeepsKeys(true);

        Response meanwhile =
                from("198.51.100.24", maker.token().keyNobodyKnows()).get(address);
        Peers.identityServerKeepsKeys(false);
        Response afterwards =
                from("198.51.100.24", maker.token().keyNobodyKnows()).get(address);

        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(meanwhile.<String>path("type")).endsWith("/authority-unavailable");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("30");
        assertThat(meanwhile.header("WWW-Authenticate")).isNull();
        // the issuer has no such key
        assertThat(afterwards.statusCode()).isEqualTo(401);
        assertThat(afterwards.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenThatCannotBeCheckedIsCounted() {
        double before = Scrape.of(management.toString()).sum("livelabel_tokens_unchecked_total");
        Peers.identityServerKeepsKeys(true);

        Response refused = from("198.51.100.24", Peers.token().keyNobodyKnows())
                .get("/v1/organisations/9e107d9d-372b-4b3f-b1a6-7a0c1f5e8d11/products");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Scrape.of(management.toString()).sum("livelabel_tokens_unchecked_total"))
                .isEqualTo(before + 1);
    }

    private static Response lookup(String address) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(THOUSAND)
                .post("/v1/products:lookup");
    }

    private static RequestSpecification from(String address, TestToken token) {
        return given().header("X-Forwarded-For", address).auth().oauth2(token.signed());
    }
}
