package org.livelabel.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers discovery, keys, client credentials and the code flow on a free loopback port, so that a service checks tokens
 * exactly as it does in production. {@link #token()} and {@link #forgedToken()} build what a test presents;
 * {@link #person()} is who sits at the browser in a code flow.
 */
public final class TestIssuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private final TestPerson person = new TestPerson();
    private final CodeFlow codeFlow = new CodeFlow(this, person);
    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicInteger waitingForKeys = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean keepsKeys;
    private volatile CountDownLatch hangs = new CountDownLatch(0);

    private TestIssuer(HttpServer server, RSAKey key, RSAKey strangersKey) {
        this.server = server;
        this.key = key;
        this.strangersKey = strangersKey;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server, newKey("issuer"), newKey("issuer"));
            issuer.answers("/.well-known/openid-configuration", e -> json(e, issuer.discovery()));
            issuer.answers("/keys", issuer::keys);
            issuer.answers("/token", issuer::tokens);
            issuer.answers("/par", issuer.codeFlow::push);
            issuer.answers("/authorize", issuer.codeFlow::authorize);
            issuer.answers("/logout", issuer.codeFlow::endSession);
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

    /** Whoever signs in through the code flow; agrees at once unless told otherwise. */
    public TestPerson person() {
        return person;
    }

    /** Takes the next requests for tokens and never answers them. */
    public void keepsSilent(int times) {
        silences.set(times);
    }

    /** Takes requests for its keys and does not answer them. */
    public void keepsKeys(boolean keeps) {
        keepsKeys = keeps;
    }

    /** How many requests for keys were never answered. */
    public int waitingForKeys() {
        return waitingForKeys.get();
    }

    /** Until told otherwise requests are taken and, then or later, not answered. */
    public void hangs(boolean hanging) {
        hangs.countDown();
        if (hanging) {
            hangs = new CountDownLatch(1);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hangs.countDown();
        server.stop(0);
    }

    private void answers(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(new Filter() {
            @Override
            public String description() {
                return "hangs if told to";
            }

            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                CountDownLatch told = hangs;
                if (told.getCount() == 0) {
                    chain.doFilter(exchange);
                } else {
                    until(told);
                    exchange.close();
                }
            }
        });
    }

    private static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                 "authorization_endpoint":"%1$s/authorize","end_session_endpoint":"%1$s/logout",
                 "pushed_authorization_request_endpoint":"%1$s/par","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url());
    }

    private void keys(HttpExchange exchange) throws IOException {
        if (keepsKeys) {
            waitingForKeys.incrementAndGet();
            until(closed);
            return;
        }
        json(exchange, new JWKSet(key.toPublicJWK()).toString());
    }

    private void tokens(HttpExchange exchange) throws IOException {
        if (silences.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            until(closed);
            return;
        }
        Map<String, String> form = Form.of(exchange);
        String client = Form.client(exchange, form);
        switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> codeFlow.exchange(exchange, client, form);
            case "refresh_token" -> codeFlow.refresh(exchange, client, form);
            default -> {
                String token = token().client(client)
                        .subject("service-account-" + client)
                        .signed();
                json(exchange, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
            }
        }
    }

    private static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void json(HttpExchange exchange, String body) throws IOException {
        json(exchange, 200, body);
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
