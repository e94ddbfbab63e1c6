package org.livelabel.registry.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

/** Numbers of shops and coupons: a product that has one from before the rule keeps it, and none takes one any more. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class OldNumbersTest {
    @Inject
    PublicationLog log;

    private final String old = shopNumber();

    @Test
    void aProductThatHasOneIsWrittenPublishedAndScheduledAsBefore() {
        Maker maker = Maker.verified();
        String product = productWithOld(maker);

        Response written = maker.write(product, 1, Drafts.camera(old, "2034-06-30", ""));
        Response preview = maker.asked().post("/v1/products/" + product + "/draft:preview");
        Response published = maker.publish(product);
        Response more = maker.write(product, 2, Drafts.camera(old, "2036-06-30", ""));
        Response scheduled = maker.asked()
                .header("If-Match", maker.draftTag(product))
                .body("{\"publish_at\":\"" + Instant.now().plus(Duration.ofDays(300)) + "\"}")
                .put("/v1/products/" + product + "/draft/schedule");

        assertThat(written.statusCode()).as(written.asString()).isEqualTo(204);
        assertThat(preview.<Boolean>path("publishable")).as(preview.asString()).isTrue();
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(more.statusCode()).isEqualTo(204);
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
    }

    @Test
    void itTakesNoOtherOne() {
        Maker maker = Maker.verified();
        String product = productWithOld(maker);

        Response refused = maker.write(
                product, 1, Drafts.camera(old, "2034-06-30", "").replace(old, old + "\", \"" + shopNumber()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/gtins/1");
        assertThat(refused.<String>path("violations[0].message")).contains("shops");
    }

    @Test
    void oneThatADraftNamesFromBeforeIsNotPublished() throws SQLException {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.camera(gtin)).then().statusCode(204);
        Sql.execute("update work.product set content = replace(content, '" + gtin + "', '" + old + "') where id = '"
                + product + "'");

        Response preview = maker.asked().post("/v1/products/" + product + "/draft:preview");
        Response published = maker.publish(product);

        assertThat(preview.<Boolean>path("publishable")).isFalse();
        assertThat(preview.<List<String>>path("obstacles.field")).containsExactly("/gtins/0");
        assertThat(published.statusCode()).isEqualTo(422);
        assertThat(published.<List<String>>path("violations.field")).containsExactly("/gtins/0");
    }

    @Test
    void theRowsOfAnImportKeepToTheSameRule() {
        Maker maker = Maker.verified();
        rows(maker, row("has", Maker.freeGtin()), "publish=true");
        give(maker, Sql.one("select id from work.product where publisher_id = '" + maker.organisation + "'"));
        String file = row("has", old).replace("2031-06-30", "2034-06-30") + "\n" + row("takes", shopNumber());

        Response dry = rows(maker, file, "publish=true&dry_run=true");
        Response real = rows(maker, file, "publish=true");

        assertThat(dry.<List<String>>path("items.result")).containsExactly("would_publish", "failed");
        assertThat(real.<List<String>>path("items.result")).containsExactly("published", "failed");
        assertThat(dry.<String>path("items[1].problem.violations[0].field")).isEqualTo("/gtins/0");
        assertThat(real.<String>path("items[1].problem.violations[0].field")).isEqualTo("/gtins/0");
    }

    private String productWithOld(Maker maker) {
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        give(maker, product);
        return product;
    }

    /** As it was published when nobody asked what such a number is for. */
    private void give(Maker maker, String product) {
        UUID organisation = UUID.fromString(maker.organisation);
        About about = new About(Subject.product(UUID.fromString(product)), organisation, organisation);
        GtinsChanged taken = new GtinsChanged(about, null, List.of(old), List.of(), List.of(old));
        QuarkusTransaction.requiringNew().run(() -> log.append(List.of(taken)));
    }

    private static String shopNumber() {
        String body = "02%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
        for (char check = '0'; check <= '9'; check++) {
            try {
                return Gtin.parse(body + check).value();
            } catch (InvalidGtinException e) {
                continue;
            }
        }
        throw new AssertionError();
    }

    private static String row(String ref, String gtin) {
        return Drafts.camera(gtin)
                .replaceFirst("\\{", "{\"product_ref\": \"" + ref + "\", ")
                .replace("\n", " ");
    }

    private static Response rows(Maker maker, String file, String query) {
        Response accepted = maker.asked()
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publisher=" + maker.organisation + "&" + query);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        String address = Here.path(accepted.header("Location"));
        await().until(() -> "finished".equals(maker.asked().get(address).path("state")));
        return maker.asked().get(address + "/rows");
    }
}
