package org.livelabel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.issuer.TestIssuer;

/** What a visitor sees while the identity server takes our questions and keeps silent. */
@QuarkusTest
@Tag("slow")
@WithTestResource(WebStack.class)
class HangingIdentityServerTest {
    private static final int MANY = 100;

    FakeRegistry registry;
    FakeAccount account;
    TestIssuer issuer;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    private final ExecutorService visitors = Executors.newFixedThreadPool(MANY);

    private Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        account.reset();
        issuer.person().reset();
        browser = new Browser(home);
    }

    @AfterEach
    void stop() {
        issuer.hangs(false);
        visitors.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my-organisation", "/account/confirm"})
    void whoeverWantsToSignInIsToldThatItDoesNotWorkAtTheMoment(String path) {
        issuer.hangs(true);

        Browser.Page page = browser.fetch(path);

        assertSigningInDoesNotWork(page);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Html.complaints(page.body())).isEmpty();
        // else each attempt would leave one more
        assertThat(browser.setCookies()).isEmpty();
    }

    @Test
    void manyAtOnceAreAllToldSo() {
        issuer.hangs(true);

        List<CompletableFuture<Response>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> given().redirects().follow(false).get(home + "/account/sign-in"), visitors));
        }

        assertThat(asked).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().header("Retry-After")).isNotNull();
            assertThat(answer.join().asString()).contains("Signing in does not work at the moment", "</html>");
        });
    }

    @Test
    void whoComesBackWithACodeIsToldSoToo() {
        Browser.Page toIssuer = browser.fetch("/my-organisation");
        Browser.Page back = new Browser(issuer.url()).fetch(toIssuer.header("Location"));
        issuer.hangs(true);

        Browser.Page page = browser.fetch(back.header("Location"));

        assertSigningInDoesNotWork(page);
    }

    @Test
    void whoWasSignedInStillIsWhenItAnswersAgain() {
        issuer.person().tokensLive(Duration.ofSeconds(1));
        browser.open("/my-organisation");
        issuer.hangs(true);

        Browser.Page meanwhile = await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.fetch("/my-organisation"), page -> page.status() != 200);
        issuer.person().tokensLive(Duration.ofMinutes(5));
        issuer.hangs(false);
        Browser.Page after = browser.fetch("/my-organisation");

        assertSigningInDoesNotWork(meanwhile);
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    void whatNeedsNoAccountIsRead() {
        issuer.hangs(true);

        assertThat(browser.fetch("/").status()).isEqualTo(200);
        assertThat(browser.fetch("/search").status()).isEqualTo(200);
    }

    private static void assertSigningInDoesNotWork(Browser.Page page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo("Signing in does not work at the moment");
        assertThat(page.header("Retry-After")).isEqualTo("60");
    }
}
