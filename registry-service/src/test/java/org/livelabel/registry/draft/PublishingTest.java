package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class PublishingTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aDraftIsPrivateUntilItIsPublishedAndThenEachPartIsOneEntry() throws Exception {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.newProduct();
        String end = TestClock.today().plusYears(5).toString();
        maker.write(product, 0, Drafts.camera(gtin, end, "")).then().statusCode(204);
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(404);
        assertThat(get("/v1/products/by-gtin/" + gtin).statusCode()).isEqualTo(404);

        Response published = maker.publish(product);

        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.<List<String>>path("publications.type"))
                .containsExactly(
                        "org.livelabel.product.registered.v1",
                        "org.livelabel.gtins.changed.v1",
                        "org.livelabel.support.committed.v1",
                        "org.livelabel.disclosure.published.v1");
        List<Integer> indexes = published.path("publications.log_index");
        assertThat(indexes.getLast() - indexes.getFirst()).isEqualTo(3);
        JsonNode read = mapper.readTree(get("/v1/products/by-gtin/" + gtin).asString());
        assertThat(read.get("name").asText()).isEqualTo("View 2");
        assertThat(read.at("/support/status").asText()).isEqualTo("supported");
        assertThat(read.at("/support/end_of_security_support").asText()).isEqualTo(end);
        assertThat(read.at("/support/change").asText()).isEqualTo("first");
        assertThat(read.at("/manufacturer/id").asText()).isEqualTo(maker.organisation);
        assertThat(read.get("claimant").asText()).isEqualTo("manufacturer");
        assertThat(read.get("as_of_index").asInt()).isEqualTo(indexes.getLast());
        assertThat(read.get("label_url").asText())
                .isEqualTo("https://label.test/l/" + read.get("label_code").asText());
        JsonNode disclosure = mapper.readTree(
                get(Here.path(read.at("/disclosure/document/url").asText())).asString());
        assertThat(disclosure.at("/updates/automatic/answer").asText()).isEqualTo("yes");
    }

    @Test
    void theEntryIsACloudEventWithoutAnyTextAPersonWrote() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));

        JsonNode entry = lastEntryAbout(product, "org.livelabel.support.committed.v1");

        assertThat(entry.get("specversion").asText()).isEqualTo("1.0");
        assertThat(entry.get("source").asText()).isEqualTo("registry.test/log");
        assertThat(entry.get("subject").asText()).isEqualTo("products/" + product);
        assertThat(entry.get("id").asText()).matches("[0-9]{12}");
        assertThat(entry.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(entry.get("publisher").asText()).isEqualTo(maker.organisation);
        assertThat(entry.get("manufacturer").asText()).isEqualTo(maker.organisation);
        assertThat(entry.at("/data/effective_on").asText())
                .isEqualTo(entry.get("time").asText().substring(0, 10));
        assertThat(entry.toString()).doesNotContain("halden.example", "pledge", "View 2");
        assertThat(get("/v1/blobs/" + entry.at("/data/document/sha256").asText())
                        .asString())
                .contains("https://halden.example/support");
    }

    @Test
    void publishingTheSameAgainPublishesNothing() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));

        maker.write(product, 1, Drafts.camera(gtin)).then().statusCode(204);
        Response again = maker.publish(product);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("/nothing-to-publish");
    }

    @Test
    void aLongerPromiseIsFreeAndAShorterOneNeedsAReason() throws Exception {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));

        maker.write(product, 1, Drafts.camera(gtin, "2033-06-30", ""));
        maker.publish(product).then().statusCode(200);
        assertThat(get("/v1/products/" + product).<String>path("support.change"))
                .isEqualTo("extended");

        maker.write(product, 2, Drafts.camera(gtin, "2030-06-30", ""));
        Response withoutReason = maker.publish(product);
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        assertThat(withoutReason.<List<String>>path("violations.field")).containsExactly("/support/reason");
        assertThat(get("/v1/products/" + product).<String>path("support.end_of_security_support"))
                .isEqualTo("2033-06-30");

        maker.write(product, 2, Drafts.camera(gtin, "2030-06-30", ", \"reason\": {\"en\": \"The chip is gone.\"}"));
        maker.write(product, 3, Drafts.camera(gtin, "2030-06-30", ", \"reason\": {\"en\": \"The chip is gone.\"}"));
        maker.publish(product).then().statusCode(200);
        JsonNode support =
                mapper.readTree(get("/v1/products/" + product).asString()).get("support");
        assertThat(support.get("change").asText()).isEqualTo("shortened");
        assertThat(support.get("version").asInt()).isEqualTo(3);
        assertThat(support.at("/reason/en").asText()).isEqualTo("The chip is gone.");
    }

    @Test
    void aPastDayShowsWhatWasPublicAtItsEnd() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        Instant now = Instant.now();
        TestClock.set(now.plusSeconds(86_400 * 2));
        String product = maker.published(Drafts.camera(gtin, "2031-06-30", ""));
        TestClock.set(now.plusSeconds(86_400 * 5));
        maker.write(product, 1, Drafts.camera(gtin, "2032-06-30", ""));
        maker.publish(product).then().statusCode(200);

        String before = now.plusSeconds(86_400).toString().substring(0, 10);
        String first = now.plusSeconds(86_400 * 4).toString().substring(0, 10);
        String today = now.plusSeconds(86_400 * 5).toString().substring(0, 10);
        String tomorrow = now.plusSeconds(86_400 * 6).toString().substring(0, 10);

        assertThat(get("/v1/products/" + product + "?on=" + before).statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/products/" + product + "?on=" + first).<String>path("support.end_of_security_support"))
                .isEqualTo("2031-06-30");
        assertThat(get("/v1/products/by-gtin/" + gtin + "?on=" + first).<String>path("support.end_of_security_support"))
                .isEqualTo("2031-06-30");
        assertThat(get("/v1/products/" + product + "?on=" + today).<String>path("support.end_of_security_support"))
                .isEqualTo("2032-06-30");
        assertThat(get("/v1/products/" + product + "?on=" + tomorrow).statusCode())
                .isEqualTo(400);
        assertThat(get("/v1/products/" + product + "?on=2026-02-30").statusCode())
                .isEqualTo(400);
    }

    @Test
    void onTheLastDayItIsSupportedAndTheAnswerIsNotFreshPastMidnight() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));

        TestClock.set(Instant.parse("2031-06-30T23:59:30Z"));
        Response lastDay = get("/v1/products/" + product);
        assertThat(lastDay.<String>path("support.status")).isEqualTo("ending");
        int maxAge = Integer.parseInt(lastDay.header("Cache-Control").replaceAll("\\D", ""));
        assertThat(maxAge).isLessThanOrEqualTo(30);

        TestClock.set(Instant.parse("2031-07-01T00:00:01Z"));
        Response dayAfter =
                given().header("If-None-Match", lastDay.header("ETag")).get("/v1/products/" + product);
        assertThat(dayAfter.statusCode()).isEqualTo(200);
        assertThat(dayAfter.<String>path("support.status")).isEqualTo("ended");
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin()));
        String tag = get("/v1/products/" + product).header("ETag");

        Response again = given().header("If-None-Match", tag).get("/v1/products/" + product);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndPublishesOnce() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.camera(Maker.freeGtin()));
        String key = UUID.randomUUID().toString();

        Response first = maker.asked(maker.token(), key)
                .header("If-Match", "\"draft-1\"")
                .post("/v1/products/" + product + "/draft:publish");
        Response second = maker.asked(maker.token(), key)
                .header("If-Match", "\"draft-1\"")
                .post("/v1/products/" + product + "/draft:publish");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<List<Integer>>path("publications.log_index"))
                .isEqualTo(first.path("publications.log_index"));
    }

    @Test
    void anOperatorListsTheProductOfAMakerThatIsNotHereAndTheRecordSaysSo() {
        Maker absent = new Maker();
        absent.publishFacts("Fjord Phones", "manufacturer", false).then().statusCode(200);
        Maker operator = Maker.operator();
        Response created = operator.asked()
                .body("{\"publisher\":\"%s\",\"manufacturer\":\"%s\"}"
                        .formatted(operator.organisation, absent.organisation))
                .post("/v1/products");
        String product = created.path("id");
        String gtin = Maker.freeGtin();
        operator.write(product, 0, Drafts.camera(gtin, "2031-06-30", "")).then().statusCode(204);
        operator.publish(product).then().statusCode(200);

        operator.write(product, 1, Drafts.camera(gtin, "2029-06-30", "")).then().statusCode(204);
        operator.publish(product).then().statusCode(200);

        Response read = get("/v1/products/" + product);
        assertThat(read.<String>path("claimant")).isEqualTo("registry");
        assertThat(read.<String>path("manufacturer.name")).isEqualTo("Fjord Phones");
        assertThat(read.<String>path("publisher.id")).isEqualTo(operator.organisation);
        // not a promise that was broken: nobody promised
        assertThat(read.<String>path("support.change")).isEqualTo("corrected");
    }

    @Test
    void aWithdrawnProductStaysReadableAndSaysWhy() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));

        maker.asked()
                .body("{\"reason\": {\"en\": \"No longer made\"}}")
                .post("/v1/products/" + product + ":withdraw")
                .then()
                .statusCode(200);
        Response again = maker.asked()
                .body("{\"reason\": {\"en\": \"No longer made\"}}")
                .post("/v1/products/" + product + ":withdraw");

        assertThat(get("/v1/products/by-gtin/" + gtin).<String>path("listing.state"))
                .isEqualTo("withdrawn");
        assertThat(get("/v1/products/" + product).<String>path("listing.reason.en"))
                .isEqualTo("No longer made");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("/life-cycle");
    }

    private JsonNode lastEntryAbout(String product, String type) throws Exception {
        JsonNode found = null;
        long last = -1;
        while (true) {
            JsonNode page = mapper.readTree(get("/v1/feed" + (last < 0 ? "" : "?lastEventId=%012d".formatted(last)))
                    .asString());
            if (page.isEmpty()) {
                return found;
            }
            for (JsonNode entry : page) {
                last = Long.parseLong(entry.get("id").asText());
                if (entry.get("subject").asText().equals("products/" + product)
                        && entry.get("type").asText().equals(type)) {
                    found = entry;
                }
            }
        }
    }
}
