package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.texts.LabelCode;

/** Every page is valid HTML and names its characters. Each is also kept in target/pages, to be looked at. */
@QuarkusTest
@WithTestResource(WebStack.class)
class MarkupTest {
    FakeRegistry registry;
    FakeAccount account;
    TestIssuer issuer;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        account.reset();
        issuer.person().reset();
        browser = new Browser(home);
    }

    @Test
    void theCheckerBites() {
        assertThat(Html.complaints("<!DOCTYPE html><html lang=\"en\"><title>x</title><p><input type=date value=today>"))
                .contains("Bad value “today”");
    }

    @Test
    void theCheckerHasNothingToSay() throws IOException {
        SampleProduct rich = rich();
        SampleProduct copied = SampleProduct.named(
                        "Pixel 9a, a telephone with a rather long name that has to be broken")
                .listedByKeeper("https://en.wikipedia.org/wiki/Pixel_9a", "Wikipedia")
                .with("category", "phone")
                .with("gtins", List.of("09520000000103"));
        SampleProduct odd =
                SampleProduct.named("Peek S").with("category", "teapot").with("label_url", "|");
        registry.lists(rich);
        registry.lists(copied);
        registry.lists(odd);
        registry.lists(SampleProduct.named("Old thermostat")
                .status("ended_at_unstated_date")
                .with("category", "thermostat"));
        registry.listsOdd(null);
        registry.listedOn("2026-03-01", rich);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        registry.listedOn(today, rich);
        registry.knows(organisation(SampleProduct.HALDEN, "Halden Home", "https://halden.example/help"));
        registry.knows(organisation(
                SampleProduct.KEEPER, "Gesellschaft für Unterhaltungselektronik & Heimautomatisierung", "a|b"));
        account.has(SampleProduct.HALDEN, "Halden Home", true, "owner", "publisher");
        account.has(SampleProduct.KEEPER, "Brightwell", false, "viewer");
        registry.keepsFor(
                SampleProduct.HALDEN, Map.of("id", SampleProduct.KEEPER, "published", true, "label_code", "H4QX7T2MK"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search");
        pages.put("search-kind", "/search?q=view&category=camera");
        pages.put("problem", "/problems/not-found");
        pages.put("problems", "/problems");
        pages.put("product-today", "/products/" + rich.id() + "?on=" + today);
        pages.put("search-no-such-kind", "/search?q=view&category=teapot");
        pages.put("search-number-wrong", "/search?q=4006381333932");
        pages.put("search-number-unlisted", "/search?q=96385074");
        pages.put("product", "/products/" + rich.id());
        pages.put("product-then", "/products/" + rich.id() + "?on=2026-03-01");
        pages.put("product-not-then", "/products/" + rich.id() + "?on=2020-03-01");
        pages.put("product-no-day", "/products/" + rich.id() + "?on=yesterday");
        pages.put("product-early-day", "/products/" + rich.id() + "?on=0001-01-01");
        pages.put("product-copied", "/products/" + copied.id());
        pages.put("product-odd", "/products/" + odd.id());
        pages.put("makers", "/manufacturers");
        pages.put("maker", "/manufacturers/" + SampleProduct.HALDEN);
        pages.put("not-found", "/no-such-page");
        pages.put("signed-out", "/account/signed-out");
        pages.put("sign-in-failed", "/account/sign-in-failed");
        pages.put("my-organisation", "/my-organisation");

        assertGood(pages);
    }

    @Test
    void norOfPagesThatFindNothing() throws IOException {
        assertGood(Map.of(
                "search-nothing", "/search?q=nothing+has+this+name",
                "search-code-wrong", "/search?q=h4qx-7t2m0",
                "search-code-right", "/search?q=" + LabelCode.draw(new Random(4711)),
                "makers-nothing", "/manufacturers?q=x"));
    }

    private void assertGood(Map<String, String> pages) throws IOException {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Browser.Page opened = browser.open(page.getValue());
            String html = opened.body();
            keep(page.getKey(), html);
            assertThat(opened.header("Content-Type")).as(page.getValue()).isEqualTo("text/html;charset=UTF-8");
            assertThat(Html.complaints(html)).as(page.getValue()).isEmpty();
        }
    }

    private SampleProduct rich() {
        SampleProduct rich = SampleProduct.named("View 2 indoor camera")
                .with("model", "HV2-E")
                .with("brand", "Halden")
                .with("disclosure", Map.of("version", 3, "url", "/v1/blobs/abc"))
                .support("version", 3)
                .support("change", "extended")
                .support("general_availability", "2020-03-01")
                .support("end_of_sales", "unstated")
                .support("end_of_feature_updates", "2031-01-31");
        registry.remembers(
                rich,
                List.of(
                        said(1, "first", "2028-03-31", Map.of("broken_by_version", 2)),
                        said(2, "shortened", "2026-03-31", Map.of("breaks_versions", List.of(1))),
                        said(3, "extended", "2099-06-30", Map.of())));
        return rich;
    }

    private static Map<String, Object> said(int version, String change, String until, Map<String, Object> effect) {
        Map<String, Object> entry = new LinkedHashMap<>(effect);
        entry.put(
                "terms",
                Map.of(
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
                        "reason",
                        Map.of("en", "We are closing the online service to focus on newer models."),
                        "published_at",
                        "202" + (3 + version) + "-01-05T10:00:00Z"));
        return entry;
    }

    private static Map<String, Object> organisation(String id, String name, String contact) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "kind",
                "manufacturer",
                "country",
                "SE",
                "contact",
                contact,
                "verified",
                true,
                "suspended",
                false,
                "registered_at",
                "2026-01-05T10:00:00Z");
    }

    private static void keep(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}
