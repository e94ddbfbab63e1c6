package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.livelabel.local.keycloak.SharedKeycloak.Running;

@NeedsKeycloak
class ForgotPasswordTest {
    private static Running keycloak;

    @BeforeAll
    static void start(Running running) {
        keycloak = running;
    }

    @Test
    void theMailedLinkAsksForTheOldSecondFactorAndOffersNoNewOne() throws Exception {
        Account person = keycloak.person();

        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(mailedLink(visitor, person.email()));

            assertThat(page.asks("otp")).isTrue();
            assertThat(page.asks("totpSecret")).isFalse();
            assertThat(page.asks("password-new")).isFalse();
        }
    }

    @Test
    void withTheSecondFactorThePasswordIsReplacedAndThePersonSignsInAfresh() throws Exception {
        Account person = keycloak.person();
        Account renewed = new Account(person.email(), "quite another sentence", person.totp());

        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(mailedLink(visitor, person.email()));
            page = visitor.submit(page.form("otp")
                    .orElseThrow()
                    .with("otp", person.totp().code(Clock.systemUTC().instant())));
            page = visitor.submit(page.form("password-new")
                    .orElseThrow()
                    .with("password-new", renewed.password())
                    .with("password-confirm", renewed.password()));

            assertThat(page.left()).isEmpty();
        }
        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(request().address());
            page = visitor.submit(page.form("password")
                    .orElseThrow()
                    .with("username", renewed.email())
                    .with("password", renewed.password()));
            assertThat(page.asks("otp")).isTrue();
        }
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNoLetter() {
        Account person = keycloak.person();

        try (Visitor known = new Visitor();
                Visitor unknown = new Visitor()) {
            Page page = ask(known, person.email());
            Page other = ask(unknown, "nobody@example.org");

            assertThat(other.status()).isEqualTo(page.status());
            assertThat(text(other)).isEqualTo(text(page));
            assertThat(keycloak.mail().getReceivedMessagesForDomain("nobody@example.org"))
                    .isEmpty();
        }
    }

    private static URI mailedLink(Visitor visitor, String email) throws Exception {
        ask(visitor, email);
        var letters = keycloak.mail().getReceivedMessagesForDomain(email);
        assertThat(letters).hasSize(1);
        String body = GreenMailUtil.getBody(letters[0]).replaceAll("=\r?\n", "").replace("=3D", "=");
        Matcher link = Pattern.compile("http://localhost\\S+action-token\\?key=[^\\s\"<]+")
                .matcher(body);
        assertThat(link.find()).isTrue();
        return URI.create(link.group().replace("&amp;", "&"));
    }

    private static Page ask(Visitor visitor, String email) {
        Page page = visitor.open(request().address());
        Matcher forgot =
                Pattern.compile("href=\"([^\"]*reset-credentials[^\"]*)\"").matcher(page.html());
        assertThat(forgot.find()).isTrue();
        page = visitor.open(page.address().resolve(forgot.group(1).replace("&amp;", "&")));
        return visitor.submit(page.form("username").orElseThrow().with("username", email));
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.of(keycloak.server().issuer(), SignIn.CLIENT, SignIn.LOOPBACK, Map.of());
    }

    /** What a person reads; addresses hold random ids. */
    private static String text(Page page) {
        return page.html()
                .replaceAll("(?si)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }
}
