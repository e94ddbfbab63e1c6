package org.livelabel.registry.imports;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Scrape;
import org.livelabel.issuer.TestToken;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Imports;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ImportTest {
    private static final String LINES = "livelabel_import_lines_total";

    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Test
    void everyLineIsPublishedOnceAndTheSameFileAgainPublishesNothing() {
        Maker maker = Maker.verified();
        String file = row("one", Maker.freeGtin()) + "\n\n" + row("two", Maker.freeGtin()) + "\n";

        Response first = finished(maker, file, "publish=true");
        long entries = Long.parseLong(lastEventId(maker));
        Response again = finished(maker, file, "publish=true");

        assertThat(first.<Integer>path("counts.published")).isEqualTo(2);
        assertThat(first.<Integer>path("total")).isEqualTo(2);
        assertThat(again.<Integer>path("counts.unchanged")).isEqualTo(2);
        assertThat(again.<Object>path("counts.published")).isNull();
        assertThat(Long.parseLong(lastEventId(maker))).isEqualTo(entries);
        assertThat(get("/v1/products?manufacturer=" + maker.organisation).<List<String>>path("items.name"))
                .containsExactly("View 2", "View 2");
    }

    @Test
    void whatBecomesOfLinesIsCounted() {
        Maker maker = Maker.verified();
        Scrape before = Scrape.of(management.toString());

        finished(maker, row("one", Maker.freeGtin()) + "\n" + row("two", "9520000000012"), "publish=true");

        await().until(() -> Scrape.of(management.toString()).sum(LINES, "result=\"failed\"")
                == before.sum(LINES, "result=\"failed\"") + 1);
        assertThat(Scrape.of(management.toString()).sum(LINES, "result=\"published\""))
                .isEqualTo(before.sum(LINES, "result=\"published\"") + 1);
    }

    @Test
    void aBadLineFailsAloneAndSaysWhy() {
        Maker maker = Maker.verified();
        String taken = Maker.freeGtin();
        Maker.verified().published(Drafts.camera(taken));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((row("good", Maker.freeGtin()) + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes("{\"product_ref\": \n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes((row("wrong-check-digit", "9520000000012") + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((row("long", "x".repeat(70_000)) + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes("{\"product_ref\": \"K\u00fchl\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes((row("taken", taken) + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((row("last", Maker.freeGtin())).getBytes(StandardCharsets.UTF_8));

        Response done = finished(
                maker, file.toByteArray(), "publish=true", UUID.randomUUID().toString());

        assertThat(done.<Integer>path("counts.published")).isEqualTo(2);
        assertThat(done.<Integer>path("counts.failed")).isEqualTo(5);
        Response failed = maker.asked().get("/v1/imports/" + done.path("id") + "/rows?result=failed");
        assertThat(failed.<List<Integer>>path("items.line")).containsExactly(2, 3, 4, 5, 6);
        List<String> details = failed.path("items.problem.detail");
        assertThat(details.get(0)).contains("not JSON");
        assertThat(details.get(1)).contains("/gtins/0", "check digit should be 1");
        assertThat(details.get(2)).contains("65536 bytes");
        assertThat(details.get(3)).contains("UTF-8");
        assertThat(details.get(4)).contains(taken, "leads to product");
        assertThat(maker.asked()
                        .get("/v1/organisations/" + maker.organisation + "/products")
                        .<List<String>>path("items.product_ref"))
                .containsExactlyInAnyOrder("good", "last");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() {
        Maker maker = Maker.verified();
        String file = row("one", Maker.freeGtin()) + "\n" + row("two", "9520000000012");

        Response done = finished(maker, file, "publish=true&dry_run=true");

        assertThat(done.<Integer>path("counts.would_publish")).isEqualTo(1);
        assertThat(done.<Integer>path("counts.failed")).isEqualTo(1);
        assertThat(get("/v1/products?manufacturer=" + maker.organisation).<List<?>>path("items"))
                .isEmpty();
        assertThat(maker.asked()
                        .get("/v1/organisations/" + maker.organisation + "/products")
                        .<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void withoutPublishTheLinesBecomeDrafts() {
        Maker maker = Maker.verified();

        Response done = finished(maker, row("one", Maker.freeGtin()), "publish=false");

        assertThat(done.<Integer>path("counts.drafted")).isEqualTo(1);
        assertThat(get("/v1/products?manufacturer=" + maker.organisation).<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aChangedLineChangesItsProduct() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        finished(maker, row("one", gtin), "publish=true");

        Response done = finished(maker, row("one", gtin).replace("2031-06-30", "2034-06-30"), "publish=true");

        assertThat(done.<Integer>path("counts.published")).isEqualTo(1);
        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("support.end_of_security_support"))
                .isEqualTo("2034-06-30");
    }

    @Test
    void publishingIsCheckedWhenTheImportIsSent() {
        Maker maker = Maker.verified();
        TestToken old = maker.token().signedIn(Duration.ofMinutes(16));

        Response refused = send(
                maker,
                old,
                row("one", Maker.freeGtin()).getBytes(StandardCharsets.UTF_8),
                "publish=true",
                UUID.randomUUID().toString());
        Response drafts = send(
                maker,
                old,
                row("one", Maker.freeGtin()).getBytes(StandardCharsets.UTF_8),
                "publish=false",
                UUID.randomUUID().toString());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_user_authentication");
        assertThat(drafts.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dry_run=yes",
                "dry_run=1",
                "dry_run=",
                "dry_run=True",
                "publish=on",
                "publish=true ",
                "dry_run=true&dry_run=false"
            })
    void aSwitchIsTrueOrFalseAndNothingThatCouldBeRead(String asked) {
        Maker maker = Maker.verified();

        Response refused = send(
                maker,
                maker.token(),
                row("one", Maker.freeGtin()).getBytes(StandardCharsets.UTF_8),
                asked,
                UUID.randomUUID().toString());

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo(asked.substring(0, asked.indexOf('=')));
    }

    @Test
    void linesThatBecomeDraftsMayNameOneNumberTwiceAsInDrafts() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String file = row("one", gtin) + "\n" + row("two", gtin);

        Response done = finished(maker, file, "dry_run=true");

        assertThat(done.<Integer>path("counts.would_draft")).isEqualTo(2);
    }

    @Test
    void theSameUploadWithTheSameKeyIsOneImport() {
        Maker maker = Maker.verified();
        byte[] file = row("one", Maker.freeGtin()).getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();

        Response first = send(maker, maker.token(), file, "publish=true", key);
        Response second = send(maker, maker.token(), file, "publish=true", key);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void anotherOrganisationsImportDoesNotExist() {
        Maker maker = Maker.verified();
        String id =
                finished(maker, row("one", Maker.freeGtin()), "publish=false").path("id");

        assertThat(Maker.verified().asked().get("/v1/imports/" + id).statusCode())
                .isEqualTo(404);
        assertThat(Maker.verified().asked().get("/v1/imports/" + id + "/rows").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEmptyImportIsRefused() {
        Maker maker = Maker.verified();

        assertThat(send(
                                maker,
                                maker.token(),
                                " \n\n".getBytes(StandardCharsets.UTF_8),
                                "publish=false",
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(400);
    }

    private static String row(String ref, String gtin) {
        return Drafts.camera(gtin)
                .replaceFirst("\\{", "{\"product_ref\": \"" + ref + "\", ")
                .replace("\n", " ");
    }

    private static Response finished(Maker maker, String file, String query) {
        return finished(
                maker,
                file.getBytes(StandardCharsets.UTF_8),
                query,
                UUID.randomUUID().toString());
    }

    private static Response finished(Maker maker, byte[] file, String query, String key) {
        Response accepted = send(maker, maker.token(), file, query, key);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return Imports.finished(maker, Here.path(accepted.header("Location")));
    }

    private static Response send(Maker maker, TestToken token, byte[] file, String query, String key) {
        return maker.asked(token, key)
                .contentType("application/x-ndjson")
                .body(file)
                .post("/v1/imports?publisher=" + maker.organisation + "&" + query);
    }

    private static String lastEventId(Maker maker) {
        List<Integer> indexes =
                get("/v1/products?manufacturer=" + maker.organisation).path("items.as_of_index");
        return String.valueOf(indexes.stream().mapToInt(i -> i).max().orElseThrow());
    }
}
