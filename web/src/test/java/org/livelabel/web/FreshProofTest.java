package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.issuer.TestIssuer;

@QuarkusTest
@WithTestResource(WebStack.class)
class FreshProofTest {
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
        account.has(SampleProduct.HALDEN, "Halden Home", true, "publisher");
    }

    @Test
    void aServiceThatWantsAFreshProofGetsOneAndThePageIsShown() {
        issuer.person().signedIn(Duration.ofMinutes(20));
        account.asksForFreshProof();

        Browser.Page page = browser.open("/my-organisation?organisation=" + SampleProduct.HALDEN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Halden Home");
        assertThat(authorizations()).isEqualTo(2);
    }

    @Test
    void anIssuerThatDoesNotAskAgainEndsInAPageNotInALoop() {
        issuer.person().signedIn(Duration.ofMinutes(20));
        issuer.person().ignoresMaxAge();
        account.asksForFreshProof();

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("We need a fresh proof that it is you");
        assertThat(authorizations()).isEqualTo(2);
    }

    @Test
    void aServiceThatIsNeverSatisfiedEndsInAPageNotInALoop() {
        account.isNeverSatisfied();

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(403);
        assertThat(authorizations()).isEqualTo(1);
    }

    @Test
    void aServiceThatRefusesTheTokenEndsInAPageToo() {
        account.refusesEveryToken();

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.heading()).isEqualTo("Signing in did not work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/%5Cevil.example/",
                "javascript:alert(1)",
                "http:evil.example",
                "",
                "/%0d%0aSet-Cookie:x=1"
            })
    void nobodyIsSentToAnotherSiteAfterwards(String then) {
        browser.open("/my-organisation");

        Browser.Page page = browser.fetch("/account/confirm?then=" + then);

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).startsWith(home + "/").doesNotContain("evil");
        assertThat(browser.cookies()).containsOnlyKeys("q_session");
    }

    private long authorizations() {
        return browser.visited().stream()
                .filter(uri -> uri.toString().startsWith(issuer.url() + "/authorize"))
                .count();
    }
}
