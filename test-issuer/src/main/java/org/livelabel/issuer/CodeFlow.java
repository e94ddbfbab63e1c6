package org.livelabel.issuer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authorization code flow with pushed requests (RFC 9126), PKCE with S256 (RFC 7636) and refresh tokens that work
 * once. A request that a strict issuer would refuse is refused here too.
 */
final class CodeFlow {
    private final TestIssuer issuer;
    private final TestPerson person;
    private final Map<String, Map<String, String>> pushed = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();

    private record Grant(Map<String, String> request, Instant authenticatedAt, String session) {}

    CodeFlow(TestIssuer issuer, TestPerson person) {
        this.issuer = issuer;
        this.person = person;
    }

    void push(HttpExchange exchange) throws IOException {
        Map<String, String> request = Form.of(exchange);
        request.put("client_id", Form.client(exchange, request));
        String uri = "urn:ietf:params:oauth:request_uri:" + UUID.randomUUID();
        pushed.put(uri, request);
        TestIssuer.json(exchange, 201, "{\"request_uri\":\"" + uri + "\",\"expires_in\":60}");
    }

    void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = Form.parse(exchange.getRequestURI().getRawQuery());
        Map<String, String> request =
                query.containsKey("request_uri") ? pushed.remove(query.get("request_uri")) : query;
        if (request == null
                || !request.getOrDefault("client_id", "").equals(query.get("client_id"))
                || !"S256".equals(request.get("code_challenge_method"))
                || !request.containsKey("redirect_uri")) {
            refuse(exchange, "invalid_request");
            return;
        }
        String answer = "state=" + encode(request.getOrDefault("state", ""));
        if (person.agrees()) {
            String code = UUID.randomUUID().toString();
            Instant at = person.authenticate(Long.parseLong(request.getOrDefault("max_age", "28800")));
            codes.put(code, new Grant(request, at, UUID.randomUUID().toString()));
            redirect(exchange, request.get("redirect_uri") + "?" + answer + "&code=" + code);
        } else {
            redirect(exchange, request.get("redirect_uri") + "?" + answer + "&error=access_denied");
        }
    }

    void exchange(HttpExchange exchange, String client, Map<String, String> form) throws IOException {
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        if (grant == null
                || !client.equals(grant.request.get("client_id"))
                || !grant.request.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                || !sha256(form.getOrDefault("code_verifier", "")).equals(grant.request.get("code_challenge"))) {
            refuse(exchange, "invalid_grant");
            return;
        }
        answer(exchange, client, grant);
    }

    void refresh(HttpExchange exchange, String client, Map<String, String> form) throws IOException {
        Grant grant = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
        if (grant == null || !client.equals(grant.request.get("client_id"))) {
            refuse(exchange, "invalid_grant");
            return;
        }
        answer(exchange, client, grant);
    }

    void endSession(HttpExchange exchange) throws IOException {
        Map<String, String> query = Form.parse(exchange.getRequestURI().getRawQuery());
        person.signsOut(query.getOrDefault("id_token_hint", ""));
        redirect(exchange, query.getOrDefault("post_logout_redirect_uri", issuer.url()));
    }

    private void answer(HttpExchange exchange, String client, Grant grant) throws IOException {
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, grant);
        TestIssuer.json(
                exchange,
                "{\"access_token\":\"" + token(client, grant).signed() + "\",\"id_token\":\""
                        + token(client, grant)
                                .audience(client)
                                .claim("typ", "ID")
                                .claim("nonce", grant.request.getOrDefault("nonce", ""))
                                .signed()
                        + "\",\"refresh_token\":\"" + refreshToken + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + person.tokenLifetime().toSeconds() + "}");
    }

    private TestToken token(String client, Grant grant) {
        return issuer.token()
                .client(client)
                .subject(person.subject())
                .signedInAt(grant.authenticatedAt)
                .lifetime(person.tokenLifetime())
                .claim("sid", grant.session);
    }

    private static void refuse(HttpExchange exchange, String error) throws IOException {
        TestIssuer.json(exchange, 400, "{\"error\":\"" + error + "\"}");
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
