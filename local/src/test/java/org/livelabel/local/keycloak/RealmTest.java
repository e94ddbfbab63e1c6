package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.local.keycloak.SharedKeycloak.Running;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.Ports;
import org.livelabel.postgres.OwnFolder;

@NeedsKeycloak
class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Running keycloak;

    @BeforeAll
    static void start(Running running) {
        keycloak = running;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "livelabel-cli",
                "registry-service",
                "account-service",
                "account-service-admin",
                "admin-cli",
                "account",
                "account-console",
                "security-admin-console",
                "broker",
                "realm-management"
            })
    void noClientTakesAPasswordDirectly(String client) throws Exception {
        Account person = keycloak.person();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", client);
        secret(client).ifPresent(secret -> form.put("client_secret", secret));
        form.put("username", person.email());
        form.put("password", person.password());

        try (Http http = new Http()) {
            var answer = http.send(Http.post(token(), form));

            assertThat(answer.statusCode()).isIn(400, 401);
            assertThat(JSON.readTree(answer.body()).path("error").asText())
                    .isIn("unauthorized_client", "invalid_client");
            assertThat(answer.body()).doesNotContain("access_token");
        }
    }

    @ParameterizedTest
    @CsvSource({"registry-service, account-service", "account-service, registry-service"})
    void aServicesTokenIsForTheOtherServiceAndAdministersNobody(String client, String audience) throws Exception {
        JsonNode token = serviceToken(client);

        assertThat(token.path("aud").asText()).isEqualTo(audience);
        assertThat(token.path("azp").asText()).isEqualTo(client);
        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.has("auth_time")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/users?max=1, 200", "/events?max=1, 200", "/clients, 403", "/authentication/flows, 403"})
    void theAdministeringClientManagesPeopleAndNothingElse(String path, int status) {
        KeycloakAdmin admin = keycloak.server().admin();

        try (Http http = new Http()) {
            var answer = http.send(admin.administration(path, admin.token(http)));

            assertThat(answer.statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web, http://localhost:8080/oidc/callback/more",
        "web, http://localhost:8081/oidc/callback",
        "web, http://localhost:8080/oidc/callback#part",
        "web, http://127.0.0.1:4711/callback",
        "livelabel-cli, http://localhost.example.org/callback",
        "livelabel-cli, https://example.org/callback"
    })
    void aSignInReturnsToItsOwnAddressOnly(String client, URI redirect) {
        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(AuthorizationRequest.of(issuer(), client, redirect, Map.of())
                    .address());

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.asks("password")).isFalse();
        }
    }

    @Test
    void aScriptMayListenOnAnyLoopbackPort() {
        try (Visitor visitor = new Visitor()) {
            URI redirect = URI.create("http://127.0.0.1:61234/back");
            Page page = visitor.open(AuthorizationRequest.of(issuer(), SignIn.CLIENT, redirect, Map.of())
                    .address());

            assertThat(page.asks("password")).isTrue();
        }
    }

    @Test
    void aSignInWithoutPkceIsRefused() {
        URI address = URI.create(issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + SignIn.CLIENT + "&redirect_uri=" + SignIn.LOOPBACK);

        try (Visitor visitor = new Visitor()) {
            assertThat(visitor.open(address).asks("password")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short one", "Password2026!", "livelabel livelabel", "LetMeIn123456"})
    void aShortOrCommonPasswordIsRefused(String password) {
        Account person = new Account(
                UUID.randomUUID() + "@example.org", password, keycloak.person().totp());

        assertThatThrownBy(() -> keycloak.server().admin().ensureAccount(person))
                .isInstanceOf(KeycloakFailure.class)
                .hasMessageContaining("Invalid password");
    }

    @Test
    void anAccountIsMadeOnce() {
        Account person = keycloak.person();
        UUID subject = keycloak.server().admin().ensureAccount(person);

        UUID again = keycloak.server()
                .admin()
                .ensureAccount(new Account(person.email(), "something else entirely", person.totp()));

        assertThat(again).isEqualTo(subject);
        assertThat(keycloak.signIn().signIn(person).accessToken()).isNotBlank();
    }

    @Test
    void nobodyIsOfferedToBecomeAdministrator() {
        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(URI.create(keycloak.settings().publicUrl() + "/"));

            assertThat(page.html()).doesNotContainIgnoringCase("create an administrative user");
            assertThat(page.asks("password-confirmation")).isFalse();
        }
    }

    @Test
    void onlyTheStartThatFillsTheDatabaseIsGivenAnAdministratorsPassword(@TempDir Path folder) throws IOException {
        KeycloakSettings first = Running.settings(folder, keycloak.postgres(), "empty", 25, Map.of());
        KeycloakSettings later = elsewhere(folder, keycloak.settings());
        Path home = KeycloakDistribution.prepare(Path.of("target/keycloak"), OwnFolder.cache());

        try (KeycloakServer again = KeycloakServer.start(home, later).awaitReady();
                Visitor visitor = new Visitor()) {
            assertThat(KeycloakServer.environment(first)).containsKey("KC_BOOTSTRAP_ADMIN_PASSWORD");
            assertThat(KeycloakServer.environment(later).keySet()).noneMatch(name -> name.startsWith("KC_BOOTSTRAP"));
            Path given = Path.of("/proc", String.valueOf(again.process().pid()), "environ");
            if (Files.exists(given)) {
                assertThat(Files.readString(given, StandardCharsets.ISO_8859_1))
                        .contains("KC_DB_URL=")
                        .doesNotContain("KC_BOOTSTRAP");
            }
            assertThat(visitor.open(URI.create(later.publicUrl() + "/")).asks("password-confirmation"))
                    .isFalse();
        }
    }

    @Test
    void aServerThatCannotStartIsReportedWithTheEndOfItsLog(@TempDir Path folder) throws IOException {
        KeycloakSettings good = Running.settings(folder, keycloak.postgres(), "refusing", 25, Map.of());
        KeycloakSettings wrong = new KeycloakSettings(
                good.definition(),
                folder,
                folder.resolve("keycloak.log"),
                good.port(),
                good.managementPort(),
                good.limits(),
                good.publicUrl(),
                "jdbc:postgresql://localhost:1/nothing",
                good.database(),
                good.realm());
        Path home = KeycloakDistribution.prepare(Path.of("target/keycloak"), OwnFolder.cache());

        try (KeycloakServer server = KeycloakServer.start(home, wrong)) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(KeycloakFailure.class)
                    .hasMessageContaining("keycloak.log")
                    .hasMessageContaining("localhost:1");
        }
    }

    /** Another process on the same database. */
    private static KeycloakSettings elsewhere(Path folder, KeycloakSettings settings) {
        Ports ports = Ports.free();
        int port = ports.of(Door.KEYCLOAK);
        return new KeycloakSettings(
                settings.definition(),
                folder,
                folder.resolve("keycloak.log"),
                port,
                ports.of(Door.KEYCLOAK_MANAGEMENT),
                settings.limits(),
                URI.create("http://localhost:" + port),
                settings.databaseUrl(),
                settings.database(),
                settings.realm());
    }

    private static JsonNode serviceToken(String client) throws Exception {
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                secret(client).orElseThrow());
        try (Http http = new Http()) {
            HttpRequest.Builder request = Http.post(token(), form);
            String token = JSON.readTree(http.send(request).body())
                    .path("access_token")
                    .asText();
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        }
    }

    private static java.util.Optional<String> secret(String client) {
        RealmSettings.ClientSecrets secrets = keycloak.settings().realm().secrets();
        return java.util.Optional.ofNullable(
                switch (client) {
                    case "web" -> secrets.web();
                    case "registry-service" -> secrets.registryService();
                    case "account-service" -> secrets.accountService();
                    case "account-service-admin" -> secrets.accountServiceAdmin();
                    default -> null;
                });
    }

    private static URI issuer() {
        return keycloak.server().issuer();
    }

    private static URI token() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }
}
