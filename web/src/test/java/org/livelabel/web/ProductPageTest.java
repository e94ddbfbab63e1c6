package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WebStack.class)
class ProductPageTest {
    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        browser = new Browser(home);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void theMakersPromiseIsTheFirstThingAndTheLabelIsOneStepAway() {
        Browser.Page page = open(SampleProduct.named("View 2")
                .with("model", "HV2-E")
                .with(
                        "disclosure",
                        Map.of(
                                "version",
                                3,
                                "published_at",
                                "2026-02-01T00:00:00Z",
                                "effective_on",
                                "2026-02-01",
                                "document",
                                Map.of("sha256", "abc", "url", "https://registry.example/v1/blobs/abc"))));

        assertThat(page.text())
                .contains("Supported Security updates until 30 June 2099")
                .contains("Camera, model HV2-E")
                .contains("Said by Halden Home , the maker")
                .contains("Basis The maker’s word, 4 January 2026")
                .contains("Barcode 4006381333931")
                .contains("entry 131 of the public record")
                .doesNotContain("demonstration");
        assertThat(page.body())
                .contains("<time datetime=\"2099-06-30\">")
                .contains("href=\"" + WebStack.LABELS + "/l/H4QX7T2MK\"")
                .contains("src=\"" + WebStack.LABELS + "/l/H4QX7T2MK/qr.svg\"")
                .contains("https://registry.example/v1/blobs/abc")
                .contains("https://registry.example/v1/products/");
    }

    @Test
    void whatTheMakerDidNotPublishIsSaidToBeSomebodyElses() {
        Browser.Page page = open(SampleProduct.named("Pixel 9a")
                .listedByKeeper("https://en.wikipedia.org/wiki/Pixel_9a", "Wikipedia")
                .with("gtins", List.of("09520000000103")));

        assertThat(page.text())
                .contains("Not from the maker Security updates until 30 June 2099")
                .contains("left, says Wikipedia.")
                .contains("Sample data listed this product. Halden Home has not confirmed it.")
                .contains("Said by Sample data , not the maker")
                .contains("Wikipedia (en.wikipedia.org)")
                .contains("9520000000103 (demonstration number)")
                .contains("You will not find this one on a box");
    }

    @Test
    void endOfSalesAndOfFeaturesAreNeverShownAsSecuritySupport() {
        Browser.Page page = open(SampleProduct.named("Kindle")
                .status("not_stated")
                .support("general_availability", "2020-03-01")
                .support("end_of_sales", "unstated")
                .support("end_of_feature_updates", "2031-01-31"));

        assertThat(page.text())
                .contains("Not stated We do not know about security updates")
                .contains("These are not about security updates. On sale since 1 March 2020"
                        + " No longer sold since The day is not stated New features until 31 January 2031");
    }

    @Test
    void aShortenedPromiseAndAWithdrawalStayVisible() {
        Browser.Page page = open(SampleProduct.named("Warmth T1")
                .support("version", 2)
                .support("change", "shortened")
                .support("reason", Map.of("en", "The chip is not made any more."))
                .with(
                        "listing",
                        Map.of(
                                "state",
                                "withdrawn",
                                "since",
                                "2026-05-01T09:00:00Z",
                                "reason",
                                Map.of("en", "We <i>stopped</i> making it."))));

        assertThat(page.text())
                .contains("Taken off sale Security updates until 30 June 2099")
                .contains("The maker withdrew it on 1 May 2026.")
                .contains("Promise broken The maker had promised more before.")
                .contains("The chip is not made any more.")
                .contains("Number 2: shorter than the one before");
        assertThat(page.body()).contains("We &lt;i&gt;stopped&lt;/i&gt; making it.");
    }

    @Test
    void aBrokenPromiseStaysBesideWhatBrokeItAfterALaterOneIsLonger() {
        SampleProduct product =
                SampleProduct.named("Warmth T1").support("version", 4).support("change", "extended");
        registry.remembers(
                product,
                List.of(
                        said(1, "first", "2028-03-31", "2024-01-05", Map.of("broken_by_version", 3)),
                        said(2, "extended", "2030-03", "2025-01-05", Map.of("broken_by_version", 3)),
                        said(3, "shortened", "2026-03-31", "2025-09-02", Map.of("breaks_versions", List.of(1, 2))),
                        said(4, "extended", "2099-06-30", "2026-01-05", Map.of())));

        Browser.Page page = open(product);

        assertThat(page.text())
                .contains("Supported Security updates until 30 June 2099")
                .contains("Promise broken The maker took something back on 2 September 2025."
                        + " What it promised later does not undo that.")
                .contains("Promised before Security updates until 31 March 2028 , said on 5 January 2024"
                        + " Security updates until the end of March 2030 , said on 5 January 2025")
                .contains("Put in its place Security updates until 31 March 2026 The chip is not made any more.");
    }

    @Test
    void aMistakeThatWasPutRightIsSaidToBeOneAndStaysToo() {
        SampleProduct product =
                SampleProduct.named("Warmth T1").support("version", 2).support("change", "shortened");
        Map<String, Object> second =
                said(2, "shortened", "2026-03-31", "2025-09-02", Map.of("breaks_versions", List.of(1)));
        terms(second).put("codes", List.of("error_corrected"));
        registry.remembers(
                product, List.of(said(1, "first", "2028-03-31", "2024-01-05", Map.of("broken_by_version", 2)), second));

        assertThat(open(product).text())
                .contains(
                        "The maker took something back on 2 September 2025. It says that the earlier promise was a mistake.")
                .contains("Security updates until 31 March 2028");
    }

    @Test
    void aPromiseThatOnlyGrewIsNotCalledBroken() {
        SampleProduct product =
                SampleProduct.named("View 2").support("version", 2).support("change", "extended");
        registry.remembers(
                product,
                List.of(
                        said(1, "first", "2028-03-31", "2024-01-05", Map.of()),
                        said(2, "extended", "2099-06-30", "2025-01-05", Map.of())));

        assertThat(open(product).text()).doesNotContain("broken").doesNotContain("took something back");
    }

    @Test
    void aPastThatCannotBeReadNowIsSaidSoAndThePageIsThere() {
        Browser.Page page =
                open(SampleProduct.named("View 2").support("version", 2).support("change", "extended"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Earlier promises cannot be shown just now. The live label shows every promise.");
    }

    private static Map<String, Object> said(
            int version, String change, String until, String on, Map<String, Object> effect) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of(
                "status",
                "supported",
                "kind",
                "fixed_date",
                "version",
                version,
                "change",
                change,
                "end_of_security_support",
                until,
                "claimant",
                "manufacturer",
                "published_at",
                on + "T10:00:00Z"));
        if (change.equals("shortened")) {
            terms.put("reason", Map.of("en", "The chip is not made any more."));
        }
        Map<String, Object> entry = new LinkedHashMap<>(effect);
        entry.put("terms", terms);
        return entry;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> terms(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("terms");
    }

    @Test
    void whatTheOperatorSaysOfTheLabelIsTheHeading() {
        Browser.Page revoked = open(SampleProduct.named("Warmth T1").with("listing", standing("revoked")));
        Browser.Page suspended = open(SampleProduct.named("Warmth T2").with("listing", standing("suspended")));

        assertThat(revoked.text())
                .contains("Revoked Do not believe this label It said: “Security updates until 30 June 2099”.")
                .contains("We revoked it on 2 May 2026. Do not count on anything that its label says.")
                .contains("The report was forged.")
                .doesNotContain("New holes get fixed");
        assertThat(suspended.text())
                .contains(
                        "Under review We are checking this label So far it says: “Security updates until 30 June 2099”.")
                .contains("We suspended it on 2 May 2026. Wait with buying until we know more.");
    }

    @Test
    void aProductThatNobodyLooksAfterSaysSo() {
        Browser.Page page = open(SampleProduct.named("Warmth T1")
                .with(
                        "listing",
                        Map.of(
                                "state",
                                "orphaned",
                                "since",
                                "2026-05-01T09:00:00Z",
                                "reason",
                                Map.of("en", "The maker is bankrupt."))));

        assertThat(page.text())
                .contains("Left alone Nobody looks after this product any more Its label says: “Security updates until")
                .contains("We say so since 1 May 2026. Nobody may be left to keep the promises on its label.")
                .contains("The maker is bankrupt.");
    }

    @Test
    void aNewerModelIsALinkAndThePromiseStays() {
        String newer = "0b9c5b2e-5f0e-4a51-9d0c-0d6a4ffb8f11";
        Browser.Page page = open(SampleProduct.named("Warmth T1")
                .with(
                        "listing",
                        Map.of("state", "superseded", "since", "2026-05-01T09:00:00Z", "superseded_by", newer)));

        assertThat(page.text())
                .contains("Supported Security updates until 30 June 2099")
                .contains("There is a newer model What is said here about updates still stands. See the newer model");
        assertThat(page.body()).contains("href=\"/products/" + newer + "\"");
    }

    private static Map<String, Object> standing(String state) {
        return Map.of(
                "state",
                "listed",
                "since",
                "2026-01-05T10:00:00Z",
                "standing",
                Map.of(
                        "state",
                        state,
                        "since",
                        "2026-05-02T09:00:00Z",
                        "reason",
                        Map.of("en", "The report was forged.")));
    }

    @Test
    void onlySafeSourcesAreLinks() {
        Browser.Page page =
                open(SampleProduct.named("Pixel 9a").listedByKeeper("javascript:alert(1)", "A <b>source</b>"));

        assertThat(page.body()).contains("A &lt;b&gt;source&lt;/b&gt;").doesNotContain("href=\"javascript:");
    }

    @Test
    void aNameIsTextInEveryPlaceThatItStands() {
        Browser.Page page = open(SampleProduct.named("\"><script>alert(1)</script>"));

        assertThat(page.body()).doesNotContain("<script").contains("&quot;&gt;&lt;script&gt;");
    }

    @Test
    void anEarlierDayShowsWhatWasPublicThen() {
        SampleProduct today = SampleProduct.named("View 2");
        registry.lists(today);
        registry.listedOn("2026-03-01", SampleProduct.named("View 2").until("2095-01-31"));

        Browser.Page page = browser.open("/products/" + today.id() + "?on=2026-03-01");

        assertThat(page.text())
                .contains("This is what was public at the end of 1 March 2026")
                .contains("Security updates until 31 January 2095");
        assertThat(page.body()).contains("/v1/products/" + today.id() + "?on=2026-03-01");
    }

    @Test
    void beforeItWasListedThereIsNothingToShow() {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);

        Browser.Page page = browser.open("/products/" + product.id() + "?on=2020-03-01");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("We had no label for this product on 1 March 2020");
        assertThat(page.text()).contains("Halden Home View 2 Not listed then");
        assertThat(page.body())
                .contains("<title>View 2 by Halden Home: not listed on 1 March 2020")
                .contains("<form action=\"/products/" + product.id() + "\">")
                .containsPattern("<input id=\"on\"[^>]* value=\"2020-03-01\"");
    }

    @Test
    void todayIsNotCalledADayThatIsOver() {
        TestClock.staysBeforeMidnight();
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);
        registry.listedOn("2026-11-22", product);
        registry.listedOn("2026-11-21", product);

        Browser.Page today = browser.open("/products/" + product.id() + "?on=2026-11-22");
        Browser.Page yesterday = browser.open("/products/" + product.id() + "?on=2026-11-21");

        assertThat(today.text())
                .contains("This is as it stands today, on 22 November 2026, 23:59 UTC. The day is not over")
                .doesNotContain("public at the end of 22 November 2026");
        assertThat(today.body()).containsPattern("<input id=\"on\"[^>]* value=\"2026-11-22\"");
        assertThat(yesterday.text()).contains("This is what was public at the end of 21 November 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "yesterday",
                "9999-01-01",
                "%22%3E%3Cb%3E",
                "-4714-01-01",
                "-999999999-01-01",
                "%2B999999999-12-31",
                "1969-12-31"
            })
    void aDayThatCannotBeIsAnErrorBesideTheField(String typed) {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);

        Browser.Page page = browser.open("/products/" + product.id() + "?on=" + typed);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: ")
                .contains("aria-invalid=\"true\"")
                .contains("href=\"#on\"")
                .doesNotContain("\"><b>");
        assertThat(page.text())
                .contains("is not a day that we can show")
                .contains("Security updates until 30 June 2099");
        assertThat(page.body().indexOf("role=\"alert\"")).isLessThan(page.body().indexOf("id=\"state\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33333333-3333-4333-8333-333333333333",
                "no-uuid",
                "33333333-3333-4333-8333-333333333333?on=2026-01-01"
            })
    void anUnknownProductIsNotFoundAndTheServicesWordsStayThere(String id) {
        Browser.Page page = browser.open("/products/" + id);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("secret detail");
    }

    private Browser.Page open(SampleProduct product) {
        registry.lists(product);
        return browser.open("/products/" + product.id());
    }
}
