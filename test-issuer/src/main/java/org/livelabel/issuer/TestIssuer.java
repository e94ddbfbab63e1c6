package org.livelabel.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * Answers discovery, keys and client credentials on a free loopback port, so that a service checks tokens exactly as it
 * does in production. {@link #token()} and {@link #forgedToken()} build what a test presents.
 */
public final class TestIssuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;

    private TestIssuer(HttpServer server, RSAKey key, RSAKey strangersKey) {
        this.server = server;
        this.key = key;
        this.strangersKey = strangersKey;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server, newKey("issuer"), newKey("issuer"));
            server.createContext("/.well-known/openid-configuration", e -> json(e, issuer.discovery()));
            server.createContext("/keys", e -> json(e, new JWKSet(issuer.key.toPublicJWK()).toString()));
            server.createContext("/token", issuer::clientCredentials);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service's {@code livelabel.identity.url} is set to. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of this issuer, good for five minutes unless told otherwise. */
    public TestToken token() {
        return new TestToken(key, url());
    }

    /** Says that it is of this issuer, but somebody else signed it. */
    public TestToken forgedToken() {
        return new TestToken(strangersKey, url());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/authorize","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url());
    }

    private void clientCredentials(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String client = clientOf(exchange, form);
        String token =
                token().client(client).subject("service-account-" + client).signed();
        json(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    private static String clientOf(HttpExchange exchange, String form) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            return new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8).split(":")[0];
        }
        for (String field : form.split("&")) {
            if (field.startsWith("client_id=")) {
                return field.substring("client_id=".length());
            }
        }
        return "unknown";
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
