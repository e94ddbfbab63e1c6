package org.livelabel.local.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs a person in as {@code livelabel-cli} does: over Keycloak's own pages, with the password and then a TOTP code, and
 * back to the loopback address with a code (RFC 8252, 7.3). Nothing listens there: the redirect is read and not followed.
 *
 * <p>Keycloak takes each TOTP code once. A second sign-in of the same person therefore waits for the next code, up to 30
 * seconds. Safe for use by several threads.
 */
public final class SignIn {
    static final String CLIENT = "livelabel-cli";
    static final URI LOOPBACK = URI.create("http://127.0.0.1:49152/callback");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Long> LAST_STEPS = new HashMap<>();

    private final URI realm;
    private final Clock clock;

    /** @param realm the issuer, {@code http://localhost:8180/realms/livelabel} for instance */
    public SignIn(URI realm, Clock clock) {
        this.realm = realm;
        this.clock = clock;
    }

    /** Fails with a {@link KeycloakFailure} that says where it stopped. */
    public Tokens signIn(Account account) {
        AuthorizationRequest request = AuthorizationRequest.of(realm, CLIENT, LOOPBACK, Map.of());
        try (Visitor visitor = new Visitor()) {
            Page page = visitor.open(request.address());
            page = visitor.submit(form(page, "password", account)
                    .with("username", account.email())
                    .with("password", account.password()));
            page = visitor.submit(form(page, "otp", account).with("otp", nextCode(account.totp())));
            if (page.asks("otp")) {
                // somebody else, ./start --totp for instance, has used this code
                page = visitor.submit(form(page, "otp", account).with("otp", nextCode(account.totp())));
            }
            return exchange(request, page);
        }
    }

    /** New tokens for the same sign-in; its {@code auth_time} stays. The given ones are void afterwards. */
    public Tokens refresh(Tokens tokens) {
        return tokens(
                Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", tokens.refreshToken()));
    }

    /** A code for a form; waits until there is one that this process has not used. */
    public String nextCode(Totp totp) {
        try {
            Optional<String> code = unusedCode(totp);
            while (code.isEmpty()) {
                Thread.sleep(200);
                code = unusedCode(totp);
            }
            return code.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakFailure("interrupted while waiting for a new TOTP code", e);
        }
    }

    private Optional<String> unusedCode(Totp totp) {
        Instant now = clock.instant();
        synchronized (LAST_STEPS) {
            if (Totp.step(now) <= LAST_STEPS.getOrDefault(totp.secret(), Long.MIN_VALUE)) {
                return Optional.empty();
            }
            LAST_STEPS.put(totp.secret(), Totp.step(now));
            return Optional.of(totp.code(now));
        }
    }

    private Tokens exchange(AuthorizationRequest request, Page page) {
        URI callback = page.left()
                .orElseThrow(() -> new KeycloakFailure(
                        "Keycloak does not let the person in: status " + page.status() + feedback(page)));
        Map<String, String> query = query(callback);
        String code = query.get("code");
        if (!callback.getPath().equals(LOOPBACK.getPath())
                || !request.state().equals(query.get("state"))
                || code == null) {
            throw new KeycloakFailure("Keycloak ends the sign-in with " + query.getOrDefault("error", "no code"));
        }
        return tokens(request.exchange(code));
    }

    private Tokens tokens(Map<String, String> form) {
        Instant asked = clock.instant();
        try (Http http = new Http()) {
            HttpResponse<String> answer =
                    http.send(Http.post(URI.create(realm + "/protocol/openid-connect/token"), form));
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new KeycloakFailure(
                        "Keycloak gives no tokens: " + json.path("error").asText() + ", "
                                + json.path("error_description").asText());
            }
            return new Tokens(
                    json.path("access_token").asText(),
                    json.path("refresh_token").asText(),
                    json.path("id_token").asText(),
                    asked.plusSeconds(json.path("expires_in").asLong()));
        } catch (JsonProcessingException e) {
            throw new KeycloakFailure("Keycloak's token answer is not JSON", e);
        }
    }

    private static Page.Form form(Page page, String field, Account account) {
        return page.form(field)
                .orElseThrow(() -> new KeycloakFailure("Keycloak does not ask " + account + " for the " + field
                        + ": status " + page.status() + feedback(page)));
    }

    /** What the page tells the person is wrong. */
    private static String feedback(Page page) {
        return Optional.of(page.html())
                .map(html -> html.replaceAll("(?s).*?<span id=\"input-error[^>]*>(.*?)</span>.*", "$1"))
                .filter(text -> text.length() < page.html().length())
                .map(text -> ", \"" + text.replaceAll("<[^>]*>", "").strip() + "\"")
                .orElse("");
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
