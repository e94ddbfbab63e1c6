package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.label.LabelService;
import org.livelabel.label.Samples;
import org.livelabel.label.TestClock;
import org.livelabel.label.TestRegistry;
import org.livelabel.label.follower.FeedStatus;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class LabelTest {
    @Inject
    FeedStatus feed;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void showsARichLabel() {
        UUID camera = REGISTRY.product("R1CHCAMER", "View 2 indoor camera", "camera");
        REGISTRY.gtins(camera, "09520000700010");
        REGISTRY.support(camera, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2029-06-30",
                 "general_availability":"2025-03-03"}""", Samples.BY_DOCUMENT);
        REGISTRY.support(camera, """
                {"version":2,"change":"extended","kind":"fixed_date","end_of_security_support":"2031-06-30",
                 "general_availability":"2025-03-03","end_of_sales":"2029-01-31","end_of_feature_updates":"2030-06-30"}""", Samples.BY_DOCUMENT);
        REGISTRY.disclosure(camera, Samples.CAMERA);

        assertThat(page("R1CHCAMER"))
                .contains("Supported", "<time datetime=\"2031-06-30\"><bdi>30 June 2031</bdi></time>")
                .contains("4 years and 7 months left", "4 yes, 2 partly", "2 years longer", "First promise")
                .contains("Video, sound, movement, your account.", "Never sold. Two helper firms see some.")
                .contains("On sale until", "31 January 2029", "New features until", "30 June 2030")
                .contains("A lab test, 3 March 2026 <a href=\"https://norrlab.example/r/20417\"")
                .contains("<bdi lang=\"sv\">Du får ett mejl.</bdi>")
                .contains("demonstration number")
                .contains("Halden Home says so in a document. As of 12 May 2026.");
    }

    @Test
    void keepsABrokenPromiseOnTheLabel() {
        UUID thermostat = REGISTRY.product("BR0KENPR0", "Warmth T1 thermostat", "thermostat");
        REGISTRY.support(thermostat, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2028-03-31",
                 "general_availability":"2021-10-04"}""", Samples.BY_DOCUMENT);
        REGISTRY.support(thermostat, """
                {"version":2,"change":"shortened","kind":"fixed_date","end_of_security_support":"2026-03-31",
                 "general_availability":"2021-10-04"}""", Samples.SHORTENED);

        assertThat(page("BR0KENPR0"))
                .contains("Support ended", "<bdi>31 March 2026</bdi>", "More than 7 months ago")
                .contains("<b>Promise broken.</b> Halden Home took back 2 years.")
                .contains("Promised: March 2028", "What to do now", "Not any more.")
                .contains("We are closing the online service to focus on newer models.");
        given().get("/l/BR0KENPR0.json").then().body("support.promise_broken", equalTo(true));
    }

    @Test
    void saysOfACopiedLabelThatItIsNotFromTheMaker() {
        UUID phone = copied("1MP0RTED1", "Pixel 9a", "phone");
        REGISTRY.gtins(phone, "09520000000103");
        REGISTRY.copiedSupport(phone, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2032-04-01",
                 "general_availability":"2025-04-10","end_of_sales":"unstated"}""", Samples.WIKIPEDIA);

        assertThat(page("1MP0RTED1"))
                .contains("Not from the maker", "5 years and 4 months left, says Wikipedia")
                .contains("Copied on 22 August 2026. Google has not confirmed it.")
                .contains("href=\"https://en.wikipedia.org/wiki/Pixel_9a\" rel=\"nofollow noreferrer\"")
                .contains("None of 6 stated", "What this means", "demonstration number")
                .contains("No longer sold", "Nobody said since when")
                .doesNotContain("promises security updates", "First promise", "id=\"collects\"");
        given().get("/l/1MP0RTED1.json")
                .then()
                .body("claimant", equalTo("registry"), "demonstration_number", equalTo(true), "stale", nullValue());
    }

    @Test
    void callsACorrectionOfACopiedDateACorrectionAndNotABrokenPromise() {
        UUID phone = copied("C0RRECTED", "Pixel 8", "phone");
        REGISTRY.copiedSupport(phone, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2032-04-01"}""", Samples.WIKIPEDIA);
        REGISTRY.copiedSupport(phone, """
                {"version":2,"change":"corrected","kind":"fixed_date","end_of_security_support":"2030-10-01"}""", """
                {"provenance":{"basis":"document","asserted_on":"2026-09-01"},"reason":{"en":"The page was misread."}}""");

        assertThat(page("C0RRECTED"))
                .contains("1 October 2030", "Correction by Sample data", "The page was misread.")
                .doesNotContain("Promise broken");
    }

    @ParameterizedTest
    @CsvSource({
        "END1NGS01, ENDING, '\"kind\":\"fixed_date\",\"end_of_security_support\":\"2027-03-14\"', Ending soon, Security updates end on",
        "END1NGM01, ENDING_MONTH, '\"kind\":\"fixed_date\",\"end_of_security_support\":\"2027-03\"', Ending soon, the end of March 2027",
        "N0PR0M1SE, NONE, '\"kind\":\"none_promised\"', No updates, This product gets no security updates",
        "N0ENDDATE, NO_END, '\"kind\":\"no_end_announced\"', No end date, 'Security updates, but no end date'",
        "N0T1CE001, NOTICE, '\"kind\":\"notice_before_end\",\"months\":12', No end date, The maker will tell you 1 year before they stop",
        "PERCHASE1, PURCHASE, '\"kind\":\"period_from_purchase\",\"months\":36', Counts from your purchase, Security updates for 3 years after you buy it",
        "ENDEDDAY1, ENDED_UNSTATED, '\"kind\":\"ended_at_unstated_date\"', Support ended, The maker has not said on which day",
        "N0TSTATED, NOT_STATED, '\"kind\":\"not_stated\",\"end_of_sales\":\"2025-01-01\"', Not stated, We do not know about security updates",
        "1ASTDAY01, LAST_DAY, '\"kind\":\"fixed_date\",\"end_of_security_support\":\"2026-11-22\"', Ending soon, Today is the last day",
        "DAYAFTER1, DAY_AFTER, '\"kind\":\"fixed_date\",\"end_of_security_support\":\"2026-11-21\"', Support ended, Yesterday",
    })
    void hasWordsForEveryState(String code, String name, String terms, String tag, String words) {
        UUID product = REGISTRY.product(code, name, "plug");
        REGISTRY.support(product, "{\"version\":1,\"change\":\"first\"," + terms + "}", Samples.BY_DOCUMENT);

        assertThat(page(code)).contains(tag, words);
        UUID copied = copied(code.substring(0, 8) + "X", name, "plug");
        REGISTRY.copiedSupport(copied, "{\"version\":1,\"change\":\"first\"," + terms + "}", Samples.WIKIPEDIA);
        assertThat(page(code.substring(0, 8) + "X")).contains("Not from the maker", "Wikipedia");
    }

    @Test
    void saysNothingIsKnownWhereNothingWasEverCommitted() {
        REGISTRY.product("S11ENT001", "Quiet lamp", "light");

        assertThat(page("S11ENT001"))
                .contains("We do not know about security updates", "0 of 35 questions are answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spe11ing9", "SPEL-LING9", "spe-lling9", "SPEI1ING9"})
    void leadsOtherSpellingsOfACodeToThePrintedOne(String typed) {
        REGISTRY.product("SPE111NG9", "Spelled", "light");
        follow();

        given().redirects()
                .follow(false)
                .get("/l/" + typed + "?a=b")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/l/SPE111NG9?a=b"));
    }

    @Test
    void saysThatAnUnknownCodeHasNoLabel() {
        follow();
        given().get("/l/ZZZZZZZZZ").then().statusCode(404).body(containsString("We have no label for this product"));
        given().get("/l/ZZZZZZZZZ.json")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://livelabel.org/problems/unknown-label"));
        given().get("/l/ZZZZZZZZZ").then().body(containsString("value=\"ZZZZZZZZZ\""));
        given().get("/l/ZZZZZZZZZ/qr.png").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void isCachedByItsContentAndNeverPastMidnight() {
        REGISTRY.product("CACHED001", "Cached", "light");
        follow();
        Response first = given().get("/l/CACHED001");
        String tag = first.getHeader("ETag");

        // packed, which is another representation
        assertThat(tag).startsWith("W/\"");
        assertThat(first.getHeader("Cache-Control")).isEqualTo("public, max-age=60");
        given().header("If-None-Match", tag).get("/l/CACHED001").then().statusCode(304);
        TestClock.set("2026-11-22T23:59:43Z");
        assertThat(given().get("/l/CACHED001").getHeader("Cache-Control")).isEqualTo("public, max-age=17");
        TestClock.set("2026-11-23T00:00:01Z");
        given().header("If-None-Match", tag).get("/l/CACHED001").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/l/N1GHT0001", "/l/N1GHT0001.json", "/", "/how"})
    void saysNothingOfOneDayThatIsKeptOnTheNext(String path) {
        REGISTRY.product("N1GHT0001", "Night light", "light");
        follow();

        for (int reads = 0; reads <= 8; reads++) {
            TestClock.passesMidnightAfter(reads);
            Response response = given().get(path);

            boolean ofTheOldDay = response.asString().contains("As of 22 November 2026.")
                    || response.asString().contains("\"on\":\"2026-11-22\"");
            assertThat(response.getHeader("Cache-Control"))
                    .as("midnight after %d looks at the clock", reads)
                    .isEqualTo(ofTheOldDay ? "public, max-age=1" : "public, max-age=60");
        }
    }

    @Test
    void answersWithASmallerRepresentationWhoAsksForOne() {
        REGISTRY.product("PACKED001", "Packed", "light");
        follow();

        Response packed = given().header("Accept-Encoding", "gzip").get("/l/PACKED001");
        Response plain = asked("gzip;q=0, identity").get("/l/PACKED001");

        assertThat(packed.asString()).isEqualTo(plain.asString());
        assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.getHeader("ETag")).isEqualTo("W/" + plain.getHeader("ETag"));
        assertThat(packed.getHeaders().getValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(plain.getHeader("Content-Encoding")).isNull();
        assertThat(plain.getHeaders().getValues("Vary")).containsExactly("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "/l/SAMETAG01, gzip, Accept-Encoding",
        "/l/SAMETAG01, identity, Accept-Encoding",
        "/l/SAMETAG01.json, gzip, Accept-Encoding",
        "/l/SAMETAG01/qr.svg, gzip, Accept-Encoding",
        "/l/SAMETAG01/qr.png, gzip,"
    })
    void whoHasTheAnswerIsToldSoWithTheTagThatItHas(String path, String encoding, String vary) {
        REGISTRY.product("SAMETAG01", "Same", "light");
        follow();
        Response first = asked(encoding).get(path);

        Response again =
                asked(encoding).header("If-None-Match", first.getHeader("ETag")).get(path);
        Response headers = asked(encoding).head(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        assertThat(headers.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        assertThat(first.getHeader("Vary")).isEqualTo(vary);
        assertThat(again.getHeader("Vary")).isEqualTo(vary);
    }

    @Test
    void allowsItsOwnStyleAndNothingElse() throws Exception {
        REGISTRY.product("P011CY001", "Strict", "light");
        follow();
        Response response = given().get("/l/P011CY001");
        String page = response.asString();
        String css = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes("UTF-8")));

        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Set-Cookie")).isNull();
        assertThat(page).doesNotContain("<script", "style=\"", "http-equiv");
    }

    @Test
    void escapesWhatMakersWrite() {
        UUID product = REGISTRY.product("ESCAPED01", "<b>Bold</b> & \\\"quoted\\\"", "light");
        REGISTRY.disclosure(product, """
                {"provenance":{"basis":"statement","asserted_on":"2026-05-12",
                   "evidence":[{"url":"javascript:alert(1)"},{"url":"https://ok.example/","title":"<i>Title</i>"}]},
                 "offline":{"works":{"answer":"yes","statement":{"en":"<script>alert(1)</script>"}}},
                 "vulnerabilities":{"contact":"javascript:alert(1)"}}""");

        assertThat(page("ESCAPED01"))
                .contains("&lt;b&gt;Bold", "&lt;script&gt;alert(1)", "&lt;i&gt;Title")
                .doesNotContain("<script", "<i>", "javascript:");
    }

    @Test
    void givesTheLabelAsData() throws IOException {
        UUID camera = REGISTRY.product("ASDATA001", "View 2 indoor camera", "camera");
        REGISTRY.gtins(camera, "09520000800017");
        REGISTRY.support(camera, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2031-06"}""", Samples.BY_DOCUMENT);
        REGISTRY.disclosure(camera, Samples.CAMERA);
        follow();

        given().get("/l/ASDATA001.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("label_code", equalTo("ASDATA001"))
                .body("label_url", equalTo("https://livelabel.example/l/ASDATA001"))
                .body("qr_code_holds", equalTo("https://livelabel.example/01/09520000800017"))
                .body("status", equalTo("supported"))
                .body("on", equalTo("2026-11-22"))
                .body("summary", equalTo("Security updates until the end of June 2031. 4 yes, 2 partly."))
                .body("support.ledger[0].end_of_security_support", equalTo("2031-06"))
                .body("support.ledger[0].document.content.provenance.basis", equalTo("document"))
                .body("facts[3].answer", equalTo("yes"))
                .body("facts[3].fields[0]", equalTo("access.default_password"))
                .body("disclosure.document.content.updates.fix_within_days", equalTo(30))
                .body("questions.total", equalTo(35))
                .body("as_of_index", equalTo((int) REGISTRY.lastIndex()));
    }

    @Test
    void printsTheLinkOfItsFirstNumberUnlessAskedForAnother() {
        UUID camera = REGISTRY.product("QRC0DES01", "View 2 indoor camera", "camera");
        REGISTRY.gtins(camera, "09520000900014", "09520000900021");
        REGISTRY.product("QRC0DES02", "Without a number", "camera");
        follow();

        assertThat(given().get("/l/QRC0DES01/qr.svg").asString())
                .contains("https://livelabel.example/01/09520000900014");
        assertThat(given().get("/l/QRC0DES01/qr.svg?gtin=9520000900021").asString())
                .contains("https://livelabel.example/01/09520000900021");
        assertThat(given().get("/l/QRC0DES02/qr.svg").asString()).contains("https://livelabel.example/l/QRC0DES02");
        given().get("/l/QRC0DES01/qr.png?size=4").then().statusCode(200).contentType("image/png");
        given().get("/l/QRC0DES01/qr.png?gtin=4006381333931")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://livelabel.org/problems/gtin-not-of-product"));
        given().get("/l/QRC0DES01/qr.png?gtin=9520000900022")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("gtin"));
        given().get("/l/QRC0DES01/qr.png?size=4&size=5")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("size is there 2 times; write it once"));
        given().get("/l/QRC0DES01/qr.png?size=400")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("must be a whole number from 1 to 40"));
    }

    /** With this Accept-Encoding and no other. What came packed is unpacked. */
    private static RequestSpecification asked(String encoding) {
        RequestSpecification request = given().header("Accept-Encoding", encoding);
        return encoding.equals("gzip")
                ? request
                : request.config(
                        RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()));
    }

    private UUID copied(String code, String name, String category) {
        return REGISTRY.product(code, name, category, TestRegistry.OTHER_MAKER, TestRegistry.OPERATOR);
    }

    private void follow() {
        Pages.follow(feed);
    }

    private String page(String code) {
        return Pages.page(feed, code);
    }
}
