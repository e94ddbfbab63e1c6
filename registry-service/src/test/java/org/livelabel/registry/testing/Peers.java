package org.livelabel.registry.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.issuer.TestToken;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.PostgresServer;

/** What stands around the service in tests: a PostgreSQL server, a token issuer, and account-service's one answer. */
public class Peers implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, String> MEMBERSHIPS = new ConcurrentHashMap<>();
    private static volatile boolean accountServiceDown;
    private static TestIssuer issuer;
    private static Database database;

    private PostgresServer postgres;
    private HttpServer accounts;

    @Override
    public Map<String, String> start() {
        postgres = PostgresServer.forTests();
        database = Database.provision(postgres, "registry", "owner-of-tests", "app-of-tests");
        issuer = TestIssuer.start();
        accounts = accountService();
        return Map.ofEntries(
                Map.entry("livelabel.database.url", database.jdbcUrl()),
                Map.entry("quarkus.flyway.username", database.owner().user()),
                Map.entry("quarkus.flyway.password", database.owner().password()),
                Map.entry("livelabel.database.user", database.application().user()),
                Map.entry("livelabel.database.password", database.application().password()),
                Map.entry("livelabel.identity.url", issuer.url()),
                Map.entry("livelabel.identity.client-secret", "not-checked-by-the-test-issuer"),
                Map.entry(
                        "livelabel.account-url",
                        "http://localhost:" + accounts.getAddress().getPort()),
                Map.entry("livelabel.public-url", "https://registry.test"),
                Map.entry("livelabel.label-url", "https://label.test"),
                Map.entry("livelabel.origin", "registry.test/log"));
    }

    @Override
    public void stop() {
        accounts.stop(0);
        issuer.close();
        postgres.close();
    }

    /** Makes a person a member of one organisation. */
    public static void member(String subject, String organisation, String kind, boolean verified, String... roles) {
        String list = roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"";
        MEMBERSHIPS.put(
                subject,
                "{\"id\":\"%s\",\"kind\":\"%s\",\"verified\":%s,\"suspended\":false,\"roles\":[%s]}"
                        .formatted(organisation, kind, verified, list));
    }

    public static void accountServiceDown(boolean down) {
        accountServiceDown = down;
    }

    public static TestToken token() {
        return issuer.token();
    }

    public static TestToken forgedToken() {
        return issuer.forgedToken();
    }

    public static Database database() {
        return database;
    }

    private static HttpServer accountService() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/authorizations", exchange -> {
                String subject = exchange.getRequestURI().getQuery().substring("subject=".length());
                byte[] body = ("{\"subject\":\"" + subject + "\",\"session_epoch\":0,\"organisations\":["
                                + MEMBERSHIPS.getOrDefault(subject, "") + "]}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(accountServiceDown ? 503 : 200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
