package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.local.keycloak.SharedKeycloak.Running;

@NeedsKeycloak
class SignInTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI WEB_CALLBACK = URI.create(SharedKeycloak.WEB + "/oidc/callback");
    private static Running keycloak;

    @BeforeAll
    static void start(Running running) {
        keycloak = running;
    }

    @Test
    void passwordAndCodeGiveATokenWithTwoFactorsProvenNow() throws Exception {
        Account person = keycloak.person();
        Instant before = Instant.now();

        JsonNode token = claims(keycloak.signIn().signIn(person).accessToken());

        assertThat(token.path("acr").asText()).isEqualTo("aal2");
        assertThat(token.path("auth_time").asLong())
                .isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(token.path("azp").asText()).isEqualTo("livelabel-cli");
        assertThat(texts(token.path("aud"))).containsExactlyInAnyOrder("registry-service", "account-service");
        assertThat(texts(token.path("amr"))).containsExactlyInAnyOrder("pwd", "otp");
        assertThat(token.path("email").asText()).isEqualTo(person.email());
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
        assertThat(List.of("realm_access", "resource_access", "name")).noneMatch(token::has);
    }

    @Test
    void aRefreshedTokenKeepsTheTimeOfTheSignInAndVoidsItsPredecessor() throws Exception {
        SignIn signIn = keycloak.signIn();
        Tokens first = signIn.signIn(keycloak.person());

        Tokens second = signIn.refresh(first);

        assertThat(claims(second.accessToken()).path("auth_time"))
                .isEqualTo(claims(first.accessToken()).path("auth_time"));
        assertThatThrownBy(() -> signIn.refresh(first)).isInstanceOf(KeycloakFailure.class);
    }

    @ParameterizedTest
    @CsvSource({"livelabel-cli,", "livelabel-cli, aal1", "web,", "web, aal1"})
    void thePasswordAloneLeadsToTheCodeWhateverTheAddressAsksFor(String client, String acr) {
        Account person = keycloak.person();
        URI redirect = client.equals("web") ? WEB_CALLBACK : SignIn.LOOPBACK;
        Map<String, String> extra = acr == null ? Map.of() : Map.of("acr_values", acr);

        try (Visitor visitor = new Visitor()) {
            Page page = password(
                    visitor, AuthorizationRequest.of(keycloak.server().issuer(), client, redirect, extra), person);

            assertThat(page.left()).isEmpty();
            assertThat(page.asks("otp")).isTrue();
        }
    }

    @Test
    void aWrongCodeIsRefused() {
        Account person = keycloak.person();

        try (Visitor visitor = new Visitor()) {
            Page page = password(visitor, request(), person);
            page = visitor.submit(page.form("otp").orElseThrow().with("otp", wrongCode(person.totp())));

            assertThat(page.left()).isEmpty();
            assertThat(page.html()).contains("Invalid authenticator code");
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        Account person = keycloak.person();

        try (Visitor first = new Visitor();
                Visitor second = new Visitor()) {
            Page.Form asked = password(first, request(), person).form("otp").orElseThrow();
            Page.Form askedAgain =
                    password(second, request(), person).form("otp").orElseThrow();
            String code = person.totp().code(Instant.now());
            assertThat(first.submit(asked.with("otp", code)).left()).isPresent();
            Page page = second.submit(askedAgain.with("otp", code));

            assertThat(page.left()).isEmpty();
            assertThat(page.html()).contains("Invalid authenticator code");
        }
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneIsRefusedInTheSameWords() {
        Account person = keycloak.person();
        Account guess = new Account(person.email(), "not the password", person.totp());

        try (Visitor visitor = new Visitor()) {
            Page refused = password(visitor, request(), guess);
            // one more than needed: Keycloak counts a little after it has answered
            for (int i = 0; i < 5; i++) {
                refused = password(visitor, request(), guess);
            }
            Page page = password(visitor, request(), person);

            assertThat(page.asks("otp")).isFalse();
            assertThat(refused.html()).contains("Invalid username or password.");
            assertThat(page.html()).contains("Invalid username or password.");
        }
    }

    @Test
    void whoeverHasNoSecondFactorIsLedToEnrolOne() {
        Account person = new Account(UUID.randomUUID() + "@example.org", "a long enough one", Totp.random(random()));
        ObjectNode user = KeycloakAdmin.user(person);
        user.withArray("credentials").remove(1);
        keycloak.server().admin().ensure(user);

        try (Visitor visitor = new Visitor()) {
            Page page = password(visitor, request(), person);

            assertThat(page.left()).isEmpty();
            assertThat(page.asks("totpSecret")).isTrue();
        }
    }

    @Test
    void whoeverHasAPasskeyIsAskedForItAndNotOfferedANewFactor() {
        Account person = new Account(UUID.randomUUID() + "@example.org", "a long enough one", Totp.random(random()));
        ObjectNode user = KeycloakAdmin.user(person);
        user.withArray("credentials").remove(1);
        user.withArray("credentials")
                .add(JSON.createObjectNode()
                        .put("type", "webauthn-passwordless")
                        .put("secretData", "{}")
                        .put("credentialData", """
                                {"aaguid":"00000000-0000-0000-0000-000000000000","credentialId":"AAAA","counter":0,
                                 "attestationStatementFormat":"none","credentialPublicKey":"AAAA"}"""));
        keycloak.server().admin().ensure(user);

        try (Visitor visitor = new Visitor()) {
            Page page = password(visitor, request(), person);

            assertThat(page.left()).isEmpty();
            assertThat(page.asks("authenticatorData")).isTrue();
            assertThat(page.asks("totpSecret")).isFalse();
        }
    }

    private static Page password(Visitor visitor, AuthorizationRequest request, Account person) {
        Page page = visitor.open(request.address());
        return visitor.submit(page.form("password")
                .orElseThrow()
                .with("username", person.email())
                .with("password", person.password()));
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.of(keycloak.server().issuer(), SignIn.CLIENT, SignIn.LOOPBACK, Map.of());
    }

    /** Not the code of now, nor of a neighbouring half minute. */
    private static String wrongCode(Totp totp) {
        Instant now = Clock.systemUTC().instant();
        List<String> right = IntStream.rangeClosed(-3, 3)
                .mapToObj(i -> totp.code(now.plus(Totp.STEP.multipliedBy(i))))
                .toList();
        return IntStream.range(0, 10)
                .mapToObj("12345%d"::formatted)
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static java.security.SecureRandom random() {
        return new java.security.SecureRandom();
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
