package org.livelabel.registry.support;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class SupportFormatsTest {
    private static final String DATES =
            ", \"end_of_sales\": \"2029-01-31\", \"end_of_feature_updates\": \"2030-06-30\"";

    @Test
    void theCalendarHoldsEachStatedDayWithAlarmsMonthsAhead() {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06-30", DATES));

        Response calendar = get("/v1/products/" + product + "/support.ics");

        assertThat(calendar.contentType()).startsWith("text/calendar");
        List<String> lines = unfolded(calendar);
        assertThat(lines)
                .contains(
                        "UID:" + product + "-end-of-security-support@registry.test/log",
                        "DTSTART;VALUE=DATE:20310630",
                        "DTEND;VALUE=DATE:20310701",
                        "SEQUENCE:0",
                        "TRIGGER;VALUE=DATE-TIME:20300630T090000Z",
                        "TRIGGER;VALUE=DATE-TIME:20301230T090000Z",
                        "TRIGGER;VALUE=DATE-TIME:20310330T090000Z",
                        "TRIGGER;VALUE=DATE-TIME:20310530T090000Z",
                        "UID:" + product + "-end-of-sales@registry.test/log",
                        "UID:" + product + "-end-of-feature-updates@registry.test/log");
        assertThat(lines.stream().filter("BEGIN:VEVENT"::equals)).hasSize(3);
        assertThat(lines.stream().filter("BEGIN:VALARM"::equals)).hasSize(12);
        assertThat(lines).first().isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines).last().isEqualTo("END:VCALENDAR");
    }

    @Test
    void aChangedDateMovesTheSameEvent() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin, "2031-06", ""));
        Response before = get("/v1/products/" + product + "/support.ics");
        maker.write(product, 1, Drafts.camera(gtin, "2033-06-30", "")).then().statusCode(204);
        maker.publish(product).then().statusCode(200);

        Response after =
                given().header("If-None-Match", before.header("ETag")).get("/v1/products/" + product + "/support.ics");

        String uid = "UID:" + product + "-end-of-security-support@registry.test/log";
        assertThat(unfolded(before)).contains(uid, "SEQUENCE:0", "DTSTART;VALUE=DATE:20310630");
        assertThat(before.asString()).contains("Only the month was stated");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(unfolded(after)).contains(uid, "SEQUENCE:1", "DTSTART;VALUE=DATE:20330630");
        assertThat(given().header("If-None-Match", after.header("ETag"))
                        .get("/v1/products/" + product + "/support.ics")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void noLineOfACalendarIsTooLongAndNoNameEndsItEarly() {
        String name = "Kamera; \\\\ med, långt namn och en blomma \uD83C\uDF38 "
                .repeat(3)
                .strip();
        String draft = Drafts.camera(Maker.freeGtin()).replace("View 2", name);
        String product = Maker.verified().published(draft);

        Response calendar = get("/v1/products/" + product + "/support.ics");

        for (String line : calendar.asString().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(unfolded(calendar))
                .anyMatch(line -> line.startsWith("SUMMARY:") && line.contains("Kamera\\; \\\\ med\\, långt"))
                .anyMatch(line -> line.contains("\uD83C\uDF38"));
    }

    @Test
    void openEoxSaysTheDatesAndLeavesTheEndOfLifeOpen() throws Exception {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06", DATES));

        Response core = get("/v1/products/" + product + "/openeox.json");

        assertThat(core.statusCode()).as(core.asString()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(core.asString());
        String published = get("/v1/products/" + product)
                        .<String>path("support.published_at")
                        .substring(0, 19) + "Z";
        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"$schema": "https://docs.oasis-open.org/openeox/v1.0/schema/core.json",
                 "end_of_life": "tba",
                 "end_of_security_support": "2031-06-30T23:59:59Z",
                 "end_of_sales": "2029-01-31T23:59:59Z",
                 "general_availability": "2025-03-03T00:00:00Z",
                 "last_updated": "%s"}""".formatted(published)));
    }

    @ParameterizedTest
    @CsvSource({"no_end_announced, ''", "notice_before_end, ', \"months\": 12'"})
    void whatIsNotAnnouncedYetIsToBeAnnouncedInOpenEoxAndNotInACalendar(String kind, String more) {
        String product = published(kind, more);

        assertThat(get("/v1/products/" + product + "/openeox.json").<String>path("end_of_security_support"))
                .isEqualTo("tba");
        Response calendar = get("/v1/products/" + product + "/support.ics");
        assertThat(calendar.statusCode()).isEqualTo(409);
        assertThat(calendar.<String>path("type")).endsWith("/format-cannot-say");
    }

    @ParameterizedTest
    @CsvSource({
        "period_from_purchase, ', \"months\": 24', 24 months from the day",
        "none_promised, '', none was ever promised",
        "ended_at_unstated_date, '', nobody said on which day",
        "not_stated, '', nobody has said anything"
    })
    void whatAFormatCannotSayIsSaidInsteadOfADateThatNobodyNamed(String kind, String more, String words) {
        String product = published(kind, more);

        for (String format : List.of("support.ics", "openeox.json")) {
            Response refused = get("/v1/products/" + product + "/" + format);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.<String>path("type")).endsWith("/format-cannot-say");
            assertThat(refused.<String>path("detail")).contains(words, "/support");
        }
    }

    @Test
    void aProductWithoutAnyRecordOfSupportHasNoneInOtherFormatsEither() {
        String product = Maker.verified().published(Drafts.identityOnly("Silent"));

        assertThat(get("/v1/products/" + product + "/openeox.json").statusCode())
                .isEqualTo(409);
        assertThat(get("/v1/products/" + product + "/support.ics").statusCode()).isEqualTo(409);
        assertThat(get("/v1/products/" + java.util.UUID.randomUUID() + "/support.ics")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String published(String kind, String more) {
        return Maker.verified().published("""
                {"identity": {"name": "Plug", "device_group": "other", "category": "phone"},
                 "support": {"kind": "%s"%s, "end_of_sales": "unstated",
                   "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}}}""".formatted(kind, more));
    }

    /** RFC 5545, 3.1: a line that begins with a space goes on with the one before. */
    private static List<String> unfolded(Response calendar) {
        String text = new String(calendar.asByteArray(), StandardCharsets.UTF_8);
        return List.of(text.replace("\r\n ", "").split("\r\n"));
    }
}
