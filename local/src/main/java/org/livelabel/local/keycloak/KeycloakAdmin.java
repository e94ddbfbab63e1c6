package org.livelabel.local.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Makes accounts in the realm, as the client {@code account-service-admin}: it may manage people and nothing else. */
public final class KeycloakAdmin {
    private static final String CLIENT = "account-service-admin";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI keycloak;
    private final String secret;

    KeycloakAdmin(URI keycloak, String secret) {
        this.keycloak = keycloak;
        this.secret = secret;
    }

    /**
     * Makes the account with its password and its second factor, unless the address has one already; that one stays as it
     * is.
     *
     * @return the person's subject
     */
    public UUID ensureAccount(Account account) {
        return ensure(user(account));
    }

    UUID ensure(ObjectNode user) {
        String email = user.path("email").asText();
        try (Http http = new Http()) {
            String token = token(http);
            HttpResponse<String> made = http.send(administration("/users", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(user.toString())));
            if (made.statusCode() == 201) {
                String location = made.headers().firstValue("Location").orElseThrow();
                return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
            }
            if (made.statusCode() == 409) {
                return subject(http, token, email);
            }
            throw new KeycloakFailure(
                    "Keycloak refuses the account " + email + ": " + made.statusCode() + " " + made.body());
        }
    }

    private UUID subject(Http http, String token, String email) {
        String query = "?exact=true&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        JsonNode found = json(http.send(administration("/users" + query, token)), 200);
        if (found.size() != 1) {
            throw new KeycloakFailure("Keycloak has the account " + email + " and does not find it");
        }
        return UUID.fromString(found.get(0).path("id").asText());
    }

    static ObjectNode user(Account account) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", account.email())
                .put("email", account.email())
                .put("emailVerified", true)
                .put("enabled", true);
        user.putArray("credentials")
                .add(JSON.createObjectNode()
                        .put("type", "password")
                        .put("value", account.password())
                        .put("temporary", false))
                .add(JSON.createObjectNode()
                        .put("type", "otp")
                        .put("userLabel", "Authenticator app")
                        .put(
                                "secretData",
                                JSON.createObjectNode()
                                        .put("value", account.totp().secret())
                                        .toString())
                        .put(
                                "credentialData",
                                JSON.createObjectNode()
                                        .put("subType", "totp")
                                        .put("digits", 6)
                                        .put("counter", 0)
                                        .put("period", Totp.STEP.toSeconds())
                                        .put("algorithm", "HmacSHA1")
                                        .put("secretEncoding", "BASE32")
                                        .toString()));
        return user;
    }

    String token(Http http) {
        URI endpoint = URI.create(keycloak + "/realms/" + KeycloakServer.REALM + "/protocol/openid-connect/token");
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "client_id", CLIENT, "client_secret", secret);
        return json(http.send(Http.post(endpoint, form)), 200)
                .path("access_token")
                .asText();
    }

    HttpRequest.Builder administration(String path, String token) {
        return Http.request(URI.create(keycloak + "/admin/realms/" + KeycloakServer.REALM + path))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new KeycloakFailure("Keycloak answers " + answer.statusCode() + " at "
                    + answer.uri().getPath() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new KeycloakFailure("Keycloak's answer at " + answer.uri().getPath() + " is not JSON", e);
        }
    }
}
