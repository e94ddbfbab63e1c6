package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Scrape;

/** What a visitor sees while nobody has been there whom we could have asked about the identity server's addresses. */
@QuarkusTest
@Tag("slow")
@WithTestResource(WebStack.class)
@TestProfile(Alone.class)
class AbsentIdentityServerTest {
    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    @ParameterizedTest
    @ValueSource(strings = {"", "q_session", "q_auth_made-up"})
    void whoeverWantsToSignInIsToldThatItDoesNotWorkAtTheMoment(String cookie) {
        Browser browser = new Browser(home);
        if (!cookie.isEmpty()) {
            browser.setCookie(cookie, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        }

        double before = away();

        Browser.Page page = browser.fetch("/my-organisation");

        assertThat(away()).isEqualTo(before + 1);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("Signing in does not work at the moment");
        assertThat(page.header("Retry-After")).isEqualTo("60");
    }

    private double away() {
        return Scrape.of("http://localhost:" + managementPort + "/q/")
                .sum("livelabel_sign_ins_total", "outcome=\"away\"");
    }
}
