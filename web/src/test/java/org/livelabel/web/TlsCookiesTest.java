package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.issuer.TestIssuer;

@QuarkusTest
@WithTestResource(
        value = WebStack.class,
        initArgs = {@ResourceArg(name = "scheme", value = "https"), @ResourceArg(name = "cache", value = "true")})
class TlsCookiesTest {
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
    void behindTlsCookiesBelongToThisHostAlone() {
        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(browser.cookies()).containsOnlyKeys("__Host-q_session");
        assertThat(browser.setCookies()).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-q_")
                .contains("Secure")
                .containsIgnoringCase("HttpOnly")
                .contains("Path=/")
                .contains("SameSite=Lax")
                .doesNotContainIgnoringCase("Domain="));
    }

    @Test
    void aCookieThatASiblingHostCouldHavePlantedIsNotLookedAt() {
        browser.open("/my-organisation");
        Browser planted = new Browser(home);
        planted.setCookie("q_session", browser.cookies().get("__Host-q_session"));

        assertThat(planted.fetch("/my-organisation").status()).isEqualTo(302);
        assertThat(browser.fetch("/my-organisation").status()).isEqualTo(200);
    }

    @Test
    void signingOutTakesThePrefixedCookieAway() {
        browser.open("/my-organisation");

        Browser.Page page = browser.submit("/account/sign-out");

        assertThat(page.heading()).isEqualTo("You are signed out");
        assertThat(browser.cookies()).isEmpty();
    }
}
