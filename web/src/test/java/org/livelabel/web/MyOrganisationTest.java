package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.issuer.TestIssuer;

@QuarkusTest
@WithTestResource(WebStack.class)
class MyOrganisationTest {
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
    void productsAreListedWithTheirStateDraftsIncluded() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "owner", "publisher");
        registry.keepsFor(SampleProduct.HALDEN, product("View 2", true, "listed", false));
        registry.keepsFor(SampleProduct.HALDEN, product("View 3", true, "listed", true));
        registry.keepsFor(SampleProduct.HALDEN, product("Old one", true, "withdrawn", false));
        registry.keepsFor(SampleProduct.HALDEN, product(null, false, null, true));

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.text())
                .contains("Signed in as ada@example.org")
                .contains("You may look after members and publish.")
                .containsPattern("View 2 .{0,80}Public ")
                .containsPattern("View 3 .{0,80}Public, with changes to publish")
                .containsPattern("Old one .{0,80}Taken off sale")
                .containsPattern("No name yet .{0,80}Draft, not public");
    }

    @Test
    void bothServicesAreAskedInThePersonsOwnName() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");

        browser.open("/my-organisation");

        assertThat(registry.tokens()).isNotEmpty().isEqualTo(account.tokens());
    }

    @Test
    void aDraftHasNoPublicLinks() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "editor");
        registry.keepsFor(SampleProduct.HALDEN, product("Secret plan", false, null, true));

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.text()).contains("Secret plan");
        assertThat(page.body()).doesNotContain("/products/").doesNotContain("/l/H4");
    }

    @Test
    void severalOrganisationsCanBeSwitched() {
        String other = "44444444-4444-4444-8444-444444444444";
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");
        account.has(other, "Brightwell <b>", false, "owner");
        registry.keepsFor(other, product("Warmth T1", true, "listed", false));

        Browser.Page first = browser.open("/my-organisation");
        Browser.Page second = browser.open("/my-organisation?organisation=" + other);

        assertThat(first.heading()).isEqualTo("Halden Home");
        assertThat(first.body()).contains("href=\"/my-organisation?organisation=" + other + "\"");
        assertThat(first.text()).contains("There are no products yet").doesNotContain("Warmth");
        assertThat(second.heading()).isEqualTo("Brightwell &lt;b&gt;");
        assertThat(second.text()).contains("Warmth T1").contains("publishing comes after");
    }

    @Test
    void anOrganisationOfOthersIsNotThere() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");

        assertThat(browser.open("/my-organisation?organisation=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPersonWithoutOrganisationIsNotLeftAlone() {
        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("You belong to no organisation");
        assertThat(page.body()).contains("href=\"/search\"").contains("action=\"/account/sign-out\"");
    }

    @Test
    void aLongListGoesOn() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");
        for (int i = 1; i <= 3; i++) {
            registry.keepsFor(SampleProduct.HALDEN, product("View " + i, true, "listed", false));
        }
        registry.pagesOf(2);

        Browser.Page first = browser.open("/my-organisation");
        String next = first.body()
                .replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(first.text()).contains("View 2").doesNotContain("View 3");
        assertThat(browser.open(next).text()).contains("View 3").contains("Back to the start");
    }

    @Test
    void aServiceThatIsAwayIsSaidSoAndNobodyIsSignedOut() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");
        browser.open("/my-organisation");
        account.fails(2);

        assertThat(browser.fetch("/my-organisation").status()).isEqualTo(503);
        assertThat(browser.fetch("/my-organisation").status()).isEqualTo(200);
    }

    private static Map<String, Object> product(String name, boolean published, String listing, boolean pending) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("id", UUID.randomUUID().toString());
        product.put("label_code", "H4QX7T2MK");
        product.put("product_ref", "ref-1");
        product.put("name", name);
        product.put("category", "camera");
        product.put("published", published);
        product.put("listing", listing);
        product.put("draft", Map.of("version", 4, "updated_at", "2026-03-01T10:00:00Z", "changes_pending", pending));
        return product;
    }
}
