package org.livelabel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gates.Scrape;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.postgres.Database;

@QuarkusTest
@WithTestResource(WebStack.class)
class SignInTest {
    private static final String SESSION = "q_session";

    FakeRegistry registry;
    FakeAccount account;
    TestIssuer issuer;
    Database database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() throws SQLException {
        registry.reset();
        account.reset();
        issuer.person().reset();
        execute("delete from browser_session");
        browser = new Browser(home);
    }

    @Test
    void whoeverNeedsAnAccountSignsInAndComesBackToThePageTheyWanted() {
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");

        Browser.Page page = browser.open("/my-organisation?organisation=" + SampleProduct.HALDEN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Halden Home");
        assertThat(page.address().getPath()).isEqualTo("/my-organisation");
        assertThat(page.address().getQuery()).isEqualTo("organisation=" + SampleProduct.HALDEN);
        assertThat(browser.visited()).anyMatch(uri -> uri.toString().startsWith(issuer.url() + "/authorize?"));
    }

    @Test
    void theCookieHoldsARandomHandleAndNothingElse() throws Exception {
        browser.open("/my-organisation");

        assertThat(browser.cookies()).containsOnlyKeys(SESSION);
        byte[] handle = Base64.getUrlDecoder().decode(browser.cookies().get(SESSION));
        assertThat(handle).hasSize(32);
        assertThat(browser.setCookies().stream()
                        .filter(c -> c.startsWith(SESSION + "="))
                        .toList())
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(handle));
        assertThat(query("select handle_hash from browser_session")).isEqualTo(hash);
    }

    @Test
    void theTokensAreUsedButCanBeReadNeitherInCookiesNorInTheDatabase() throws SQLException {
        browser.open("/my-organisation");

        String token = account.tokens().getLast();
        String claims = token.split("\\.")[1];
        assertThat(browser.setCookies()).noneMatch(cookie -> cookie.contains(claims));
        String kept = new String(bytes("select tokens from browser_session"), StandardCharsets.ISO_8859_1);
        assertThat(kept)
                .hasSizeGreaterThan(token.length())
                .doesNotContain(claims)
                .doesNotContain("eyJ");
    }

    @Test
    void twoSignInsHaveTwoHandles() {
        Browser other = new Browser(home);

        browser.open("/my-organisation");
        other.open("/my-organisation");

        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(other.cookies().get(SESSION));
    }

    @Test
    void aSessionThatHasExpiredHereIsNoGoodAnyMore() throws SQLException {
        browser.open("/my-organisation");
        execute(
                "update browser_session set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'");

        Browser.Page page = browser.fetch("/my-organisation");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).startsWith(issuer.url() + "/authorize?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a|b|c", "%00"})
    void aHandleOfNobodyIsNoGood(String handle) {
        browser.setCookie(SESSION, handle);

        Browser.Page page = browser.fetch("/my-organisation");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).startsWith(issuer.url() + "/authorize?");
    }

    @Test
    void keptTokensThatSomebodyChangedOpenNothing() throws SQLException {
        browser.open("/my-organisation");
        execute("update browser_session set tokens = set_byte(tokens, 20, 255 - get_byte(tokens, 20))");

        assertThat(browser.fetch("/my-organisation").status()).isEqualTo(302);
    }

    @Test
    void expiredTokensAreRenewedUnderANewHandle() throws Exception {
        issuer.person().tokensLive(Duration.ofSeconds(1));
        browser.open("/my-organisation");
        String first = browser.cookies().get(SESSION);
        String firstToken = account.tokens().getLast();
        issuer.person().tokensLive(Duration.ofMinutes(5));

        await("a new handle").until(() -> {
            assertThat(browser.fetch("/my-organisation").status()).isEqualTo(200);
            return !browser.cookies().get(SESSION).equals(first);
        });

        assertThat(account.tokens().getLast()).isNotEqualTo(firstToken);
        assertThat(query("select count(*)::text from browser_session")).isEqualTo("1");
        Browser thief = new Browser(home);
        thief.setCookie(SESSION, first);
        assertThat(thief.fetch("/my-organisation").status()).isEqualTo(302);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() throws SQLException {
        browser.open("/my-organisation");
        String handle = browser.cookies().get(SESSION);

        Browser.Page page = browser.submit("/account/sign-out");

        assertThat(page.heading()).isEqualTo("You are signed out");
        assertThat(browser.cookies()).isEmpty();
        assertThat(query("select count(*)::text from browser_session")).isEqualTo("0");
        assertThat(issuer.person().signOuts()).singleElement().asString().startsWith("eyJ");
        Browser thief = new Browser(home);
        thief.setCookie(SESSION, handle);
        assertThat(thief.fetch("/my-organisation").status()).isEqualTo(302);
    }

    @Test
    void signingOutTwiceIsNotAnError() {
        assertThat(browser.submit("/account/sign-out").heading()).isEqualTo("You are signed out");

        browser.setCookie(SESSION, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(browser.submit("/account/sign-out").heading()).isEqualTo("You are signed out");
        assertThat(browser.cookies()).isEmpty();
        assertThat(issuer.person().signOuts()).isEmpty();
    }

    @Test
    void anotherSiteCannotSignAnybodyOut() {
        browser.open("/my-organisation");

        for (Map<String, String> headers : List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", home + ".evil.example"),
                Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.<String, String>of())) {
            Browser.Page page = browser.post("/account/sign-out", headers);
            assertThat(page.status()).as(headers.toString()).isEqualTo(403);
            assertThat(page.heading()).isEqualTo("You cannot do this here");
        }
        assertThat(browser.fetch("/account/sign-out").status()).isEqualTo(405);
        assertThat(browser.fetch("/my-organisation").status()).isEqualTo(200);
    }

    @Test
    void aFormWithoutOriginNeedsTheBrowsersWordThatItIsOurs() {
        browser.open("/my-organisation");

        Browser.Page page = browser.post("/account/sign-out", Map.of("Sec-Fetch-Site", "same-origin"));

        assertThat(page.status()).isEqualTo(303);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whoeverCancelsAtTheIssuerIsToldSo() {
        issuer.person().declines();

        Browser.Page page = browser.open("/my-organisation");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("You are not signed in");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void aStrangersCodeSignsNobodyIn() {
        browser.fetch("/my-organisation");
        Browser.Page page = browser.open("/oidc/callback?code=stolen&state=" + "made-up");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.heading()).isEqualTo("Signing in did not work");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void aBrowserThatTakesNoCookiesIsToldSoInPlaceOfGoingRound() {
        Browser.Page toIssuer = browser.fetch("/my-organisation");
        Browser.Page back = new Browser(issuer.url()).fetch(toIssuer.header("Location"));

        Browser.Page page = new Browser(home).open(back.header("Location"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("your browser refused our cookie");
    }

    /** Quarkus takes it for the end of a sign-in whose cookie was lost. */
    @Test
    void whoComesFromTheIssuerWithoutOurCookieGetsAPage() {
        var answer = given().redirects()
                .follow(false)
                .header("Referer", issuer.url() + "/authorize?client_id=web")
                .get(home + "/my-organisation");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.asString()).contains("Signing in did not work", "</html>");
    }

    @Test
    void signInPagesAreNeverKept() {
        browser.open("/my-organisation");

        assertThat(browser.fetch("/my-organisation").header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.fetch("/account/sign-in").header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.fetch("/account/sign-in").header("Location")).isEqualTo(home + "/my-organisation");
    }

    @Test
    void howSignInsEndIsCountedAndWhoIsSignedInIsNot() {
        Scrape before = scrape();

        browser.open("/my-organisation");
        double open = scrape().sum("livelabel_sessions_open");
        issuer.person().declines();
        new Browser(home).open("/my-organisation");
        new Browser(home).open("/oidc/callback?code=stolen&state=made-up");

        Scrape after = scrape();
        for (String outcome : List.of("ok", "refused", "stray")) {
            assertThat(signIns(after, outcome)).as(outcome).isEqualTo(signIns(before, outcome) + 1);
        }
        assertThat(open).isEqualTo(1);
    }

    private Scrape scrape() {
        return Scrape.of("http://localhost:" + managementPort + "/q/");
    }

    private static double signIns(Scrape measured, String outcome) {
        return measured.sum("livelabel_sign_ins_total", "outcome=\"" + outcome + "\"");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private byte[] bytes(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        }
    }
}
