package org.livelabel.registry.firmware;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class FirmwareTest {
    private static final String IMAGE = "ab".repeat(32);

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aReleaseIsPublishedAndReadByItsVersion() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));

        Response created = release(maker, product, "2.4.1+eu", ", \"minimum_version\": \"2.0\"");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        Response read = get(Here.path(created.header("Location")));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.<String>path("version")).isEqualTo("2.4.1+eu");
        assertThat(read.<String>path("minimum_version")).isEqualTo("2.0");
        assertThat(read.<String>path("state")).isEqualTo("released");
        assertThat(read.<String>path("image.sha256")).isEqualTo(IMAGE);
        assertThat(read.<String>path("notes.en")).isEqualTo("Mends the microphone");
        assertThat(read.<Boolean>path("signed")).isTrue();
        assertThat(read.<String>path("claimant")).isEqualTo("manufacturer");
        assertThat(get(Here.path(read.path("document.url"))).<String>path("version"))
                .isEqualTo("2.4.1+eu");
        assertThat(given().header("If-None-Match", read.header("ETag"))
                        .get(Here.path(created.header("Location")))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aVersionIsPublishedOnceForAProductEvenByTwoAtOnce() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));
        String other = maker.published(Drafts.identityOnly("Another camera"));

        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> release(maker, product, "1.0", "").statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409);
        assertThat(release(maker, product, "1.0", "").<String>path("type")).endsWith("/firmware-version-taken");
        assertThat(release(maker, other, "1.0", "").statusCode()).isEqualTo(201);
    }

    @Test
    void aDayBeforeItWasTakenBackShowsTheReleaseAsItWas() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));
        Response released = release(maker, product, "1.0", "");
        LocalDate day = LocalDate.parse(released.<String>path("published_at").substring(0, 10));

        TestClock.set(day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        maker.command("/v1/products/" + product + "/firmware/1.0:withdraw", "{\"reason\": {\"en\": \"Unsafe\"}}")
                .then()
                .statusCode(200);

        String address = "/v1/products/" + product + "/firmware/1.0";
        assertThat(get(address).<String>path("state")).isEqualTo("withdrawn");
        Response then = get(address + "?on=" + day);
        assertThat(then.<String>path("state")).isEqualTo("released");
        assertThat(then.<Object>path("withdrawal")).isNull();
        assertThat(then.<Integer>path("as_of_index")).isEqualTo(released.<Integer>path("as_of_index"));
        assertThat(get("/v1/products/" + product + "/firmware?on=" + day).<List<String>>path("items.state"))
                .containsExactly("released");
        assertThat(get(address + "?on=" + day.minusDays(1)).statusCode()).isEqualTo(404);
        assertThat(get(address + "?on=2026-02-30").<String>path("violations[0].field"))
                .isEqualTo("on");
    }

    @Test
    void aReleaseIsTakenBackForAPublicReasonAndStaysInTheList() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));
        release(maker, product, "1.0", "").then().statusCode(201);
        release(maker, product, "1.1", "").then().statusCode(201);
        String withdraw = "/v1/products/" + product + "/firmware/1.1:withdraw";

        maker.command(withdraw, "{\"reason\": {\"en\": \"It drains the battery\"}}")
                .then()
                .statusCode(200);
        Response again = maker.command(withdraw, "{\"reason\": {\"en\": \"It drains the battery\"}}");

        Response list = get("/v1/products/" + product + "/firmware");
        assertThat(list.<List<String>>path("items.version")).containsExactly("1.1", "1.0");
        assertThat(list.<List<String>>path("items.state")).containsExactly("withdrawn", "released");
        assertThat(list.<String>path("items[0].withdrawal.reason.en")).isEqualTo("It drains the battery");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(maker.command(withdraw, "{}").statusCode()).isEqualTo(422);
        assertThat(maker.command("/v1/products/" + product + "/firmware/9:withdraw", "{\"reason\":{\"en\":\"x\"}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theListComesInPages() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));
        for (int i = 1; i <= 5; i++) {
            release(maker, product, "1." + i, "").then().statusCode(201);
        }

        Response page = get("/v1/products/" + product + "/firmware?limit=2");
        List<String> versions = new ArrayList<>(page.path("items.version"));
        while (page.path("next") != null) {
            page = given().urlEncodingEnabled(false).get(Here.path(page.path("next")));
            versions.addAll(page.path("items.version"));
        }

        assertThat(versions).containsExactly("1.5", "1.4", "1.3", "1.2", "1.1");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));

        Response unknown = maker.command(firmware(product), """
                {"version": "a/b", "released_on": "2026-02-30", "sha256": "ABC", "size": 0, "signed": true,
                 "anti_rollback": true, "mood": "good"}""");
        Response senseless = maker.command(firmware(product), """
                {"version": "3", "minimum_version": "3", "released_on": "2999-01-01", "sha256": "%s", "size": 1,
                 "signed": true, "anti_rollback": true}""".formatted(IMAGE));

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder("/version", "/released_on", "/sha256", "/size", "/mood");
        assertThat(senseless.statusCode()).isEqualTo(422);
        assertThat(senseless.<List<String>>path("violations.field"))
                .containsExactly("/released_on", "/minimum_version");
    }

    @Test
    void onlyTheProductsOwnPublishersPublish() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Camera"));

        assertThat(release(Maker.verified(), product, "1.0", "").statusCode()).isEqualTo(403);
        assertThat(release(maker, maker.newProduct(), "1.0", "").statusCode()).isEqualTo(404);
        assertThat(release(maker, UUID.randomUUID().toString(), "1.0", "").statusCode())
                .isEqualTo(404);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post(firmware(product))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(firmware(product)).<List<?>>path("items")).isEmpty();
        assertThat(get(firmware(UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
    }

    private static Response release(Maker maker, String product, String version, String more) {
        return maker.command(firmware(product), """
                {"version": "%s", "released_on": "2026-11-01", "sha256": "%s", "size": 8388608, "signed": true,
                 "anti_rollback": false, "notes": {"en": "Mends the microphone"}%s}""".formatted(version, IMAGE, more));
    }

    private static String firmware(String product) {
        return "/v1/products/" + product + "/firmware";
    }
}
