package org.livelabel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WebStack.class)
class PublicPagesTest {
    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        browser = new Browser(home);
    }

    @Test
    void theFirstPageSaysWhatThisIsAndShowsHowDifferentAnswersAre() {
        registry.lists(SampleProduct.named("View 2"));
        registry.lists(SampleProduct.named("View 3"));
        registry.lists(SampleProduct.named("Peek S").status("not_stated"));

        Browser.Page page = browser.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Until when is it kept secure?");
        assertThat(page.body()).contains("name=\"q\"").contains("/search?category=camera");
        assertThat(page.text()).contains("View 2").contains("Peek S").doesNotContain("View 3");
    }

    @Test
    void aMakersOwnAnswerIsShownBeforeTheSameAnswerOfOthers() {
        registry.lists(SampleProduct.named("A phone").listedByKeeper("https://en.wikipedia.org/wiki/P", "Wikipedia"));
        registry.lists(SampleProduct.named("Z camera"));
        registry.pagesOf(1);

        assertThat(browser.open("/").text()).contains("Z camera").doesNotContain("A phone");
    }

    @Test
    void theFirstPageShowsFiveOfDifferentKindsAndStatesTheFullestFirst() {
        Object disclosure = Map.of("version", 1, "url", "/v1/blobs/abc");
        for (int i = 0; i < 120; i++) {
            registry.lists(SampleProduct.named("A copied phone " + i)
                    .with("category", "phone")
                    .listedByKeeper("https://en.wikipedia.org/wiki/P", "Wikipedia"));
        }
        registry.lists(SampleProduct.named("Bare camera"));
        registry.lists(SampleProduct.named("Rich camera").with("disclosure", disclosure));
        registry.lists(SampleProduct.named("Old camera").status("ended").with("disclosure", disclosure));
        registry.lists(SampleProduct.named("Old thermostat")
                .status("ended")
                .with("category", "thermostat")
                .with("disclosure", disclosure));
        registry.lists(SampleProduct.named("Silent phone").status("not_stated").with("category", "phone"));
        registry.lists(
                SampleProduct.named("Promised plug").status("until_notice").with("category", "plug"));
        registry.lists(SampleProduct.named("Ending tablet")
                .status("ending")
                .with("category", "tablet")
                .listedByKeeper("https://en.wikipedia.org/wiki/T", "Wikipedia"));
        registry.lists(
                SampleProduct.named("Bought lamp").status("depends_on_purchase").with("category", "light"));

        Browser.Page page = browser.open("/");

        assertThat(page.text())
                .containsSubsequence(
                        "Rich camera",
                        "Old thermostat",
                        "Silent phone",
                        "Promised plug",
                        "Ending tablet",
                        "Kinds of products")
                .doesNotContain("Bought lamp")
                .doesNotContain("Bare camera")
                .doesNotContain("Old camera")
                .doesNotContain("copied phone");
    }

    @Test
    void theFirstPageAsksLittleOfALargeRegistry() {
        for (int i = 0; i < 2_000; i++) {
            registry.lists(SampleProduct.named("A copied phone " + i)
                    .with("category", "phone")
                    .listedByKeeper("https://en.wikipedia.org/wiki/P", "Wikipedia"));
        }
        registry.pagesOf(50);

        browser.open("/");

        assertThat(registry.asked()).isLessThan(25);
    }

    @Test
    void theFirstPageCanStillBeUsedWhileTheRegistryIsAway() {
        registry.fails(20);

        Browser.Page page = browser.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"q\"");
        assertThat(page.text()).contains("The registry does not answer just now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/manufacturers", "/nowhere", "/site.css"})
    void aPublicPageSetsNoCookieAndSendsNobodyToSignIn(String path) {
        browser.setCookie("q_session", "made-up");

        Browser.Page page = browser.open(path);

        assertThat(page.status()).isIn(200, 404);
        assertThat(browser.setCookies()).isEmpty();
        assertThat(browser.visited()).hasSize(1);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {"/", "/nowhere", "/site.css", "/my-organisation"}) {
            Browser.Page page = browser.fetch(path);

            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("style-src 'self'")
                    .contains("img-src 'self' " + WebStack.LABELS)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy"))
                    .as(path)
                    .isEqualTo(path.equals("/my-organisation") ? "same-origin" : "no-referrer");
        }
    }

    @Test
    void aPublicPageMayBeKeptForAMinuteAtMost() {
        String kept = browser.open("/").header("Cache-Control");

        assertThat(kept).startsWith("public, max-age=");
        assertThat(Integer.parseInt(kept.replaceAll("\\D", ""))).isBetween(0, 60);
    }

    @Test
    void aFileThatIsKnownMayBeKeptAsLongAsOneThatIsSent() {
        String file = browser.open("/").body().replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        Browser.Page sent = browser.fetch(file);
        var whole = given().header("Accept-Encoding", "identity").get(home + file);

        var known = given().header("If-Modified-Since", whole.header("Last-Modified"))
                .get(home + file);
        var part = given().header("Range", "bytes=0-9").get(home + file);

        assertThat(sent.header("Cache-Control")).startsWith("public, ").contains("max-age=");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("Cache-Control")).isEqualTo(sent.header("Cache-Control"));
        assertThat(part.header("Cache-Control")).isEqualTo(sent.header("Cache-Control"));
    }

    @Test
    void aProblemIsExplainedHereToo() {
        String type = given().accept("application/json").get(home + "/nowhere").path("type");

        assertThat(type).startsWith("https://livelabel.org/problems/");
        assertThat(browser.open(type.replace("https://livelabel.org", "")).heading())
                .isEqualTo("There is nothing at this address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/not-found"})
    void aProblemsPageMayUseItsOwnStyleSheetAndNoOther(String path) throws NoSuchAlgorithmException {
        Browser.Page page = browser.fetch(path);
        String style = page.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void noPageHoldsScriptOrInlineStyle() {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);

        for (String path :
                new String[] {"/", "/search?q=view", "/products/" + product.id(), "/manufacturers", "/nowhere"}) {
            assertThat(browser.open(path).body())
                    .as(path)
                    .doesNotContain("<script")
                    .doesNotContain("style=")
                    .doesNotContain("<style");
        }
    }

    @Test
    void anUnknownAddressHasAPageWithAWayOn() {
        Browser.Page page = browser.open("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("There is no such page");
        assertThat(page.body()).contains("href=\"/search\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void makersAreListedAndTheirWordIsToldFromOurs() {
        registry.knows(organisation(SampleProduct.HALDEN, "Halden <b>Home</b>", "manufacturer", true));
        registry.knows(organisation(SampleProduct.KEEPER, "Sample data", "operator", true));

        Browser.Page page = browser.open("/manufacturers");

        assertThat(page.body()).contains("Halden &lt;b&gt;Home&lt;/b&gt;").doesNotContain("<b>Home");
        assertThat(page.text()).contains("Identity checked").doesNotContain("Sample data");
    }

    @Test
    void aMakersPageHasItsProductsAndOnlyALinkThatIsSafe() {
        registry.knows(organisation(SampleProduct.HALDEN, "Halden Home", "manufacturer", false));
        registry.lists(SampleProduct.named("View 2"));
        registry.lists(SampleProduct.named("Pixel 9a")
                .with("manufacturer", Map.of("id", UUID.randomUUID().toString(), "name", "Google")));

        Browser.Page page = browser.open("/manufacturers/" + SampleProduct.HALDEN);

        assertThat(page.heading()).isEqualTo("Halden Home");
        assertThat(page.text())
                .contains("View 2")
                .contains("Sweden")
                .contains("Identity not checked")
                .contains("javascript:alert(1)")
                .doesNotContain("Pixel 9a");
        assertThat(page.body()).doesNotContain("href=\"javascript:");
    }

    @Test
    void anOrganisationThatIsNotAMakerShowsWhatItListed() {
        registry.knows(organisation(SampleProduct.KEEPER, "Sample data", "operator", true));
        registry.lists(SampleProduct.named("View 2"));
        registry.lists(SampleProduct.named("Pixel 9a").listedByKeeper("https://en.wikipedia.org/wiki/P", "Wikipedia"));

        Browser.Page page = browser.open("/manufacturers/" + SampleProduct.KEEPER);

        assertThat(page.text())
                .contains("What it has listed")
                .contains("Pixel 9a")
                .doesNotContain("View 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manufacturers/33333333-3333-4333-8333-333333333333", "/manufacturers/no-uuid"})
    void anUnknownMakerIsNotFound(String path) {
        assertThat(browser.open(path).status()).isEqualTo(404);
    }

    private static Map<String, Object> organisation(String id, String name, String kind, boolean verified) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "kind",
                kind,
                "country",
                "SE",
                "contact",
                "javascript:alert(1)",
                "verified",
                verified,
                "suspended",
                false,
                "registered_at",
                "2026-01-05T10:00:00Z",
                "as_of_index",
                1);
    }
}
