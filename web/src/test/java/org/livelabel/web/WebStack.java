package org.livelabel.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.postgres.Database;

/**
 * What web talks to: its database, the registry, account-service and an identity server. Web is started again for each
 * distinct list of arguments, and answers are kept and cookies are those of TLS in one and the same start.
 */
public class WebStack implements QuarkusTestResourceLifecycleManager {
    public static final String LABELS = "http://labels.example:8082";

    private Database database;
    private TestIssuer issuer;
    private FakeRegistry registry;
    private FakeAccount account;
    private String scheme = "http";
    private boolean cache;

    @Override
    public void init(Map<String, String> arguments) {
        scheme = arguments.getOrDefault("scheme", "http");
        cache = Boolean.parseBoolean(arguments.get("cache"));
    }

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start();
        registry = FakeRegistry.start();
        account = FakeAccount.start();
        database = Database.forTests("web");
        // the redirect address names the port, so it has to be known before the start
        int port = freePort();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.test-port", String.valueOf(port));
        // metrics are labelled by port only where it was chosen; Prometheus wants all of them to be, or none
        settings.put("quarkus.management.test-port", String.valueOf(freePort()));
        settings.put("livelabel.public-url", scheme + "://localhost:" + port);
        settings.put("livelabel.registry-url", registry.url());
        settings.put("livelabel.registry-public-url", "https://registry.example");
        settings.put("livelabel.label-url", LABELS);
        settings.put("livelabel.account-url", account.url());
        settings.put("livelabel.identity.url", issuer.url());
        settings.put("livelabel.identity.client-secret", "a-client-secret-of-32-characters-at-least");
        settings.put("livelabel.database.url", database.jdbcUrl());
        settings.put("livelabel.database.user", database.application().user());
        settings.put("livelabel.database.password", database.application().password());
        settings.put("quarkus.flyway.username", database.owner().user());
        settings.put("quarkus.flyway.password", database.owner().password());
        settings.put("quarkus.cache.enabled", Boolean.toString(cache));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, field -> field.getType() == Database.class);
        injector.injectIntoFields(issuer, field -> field.getType() == TestIssuer.class);
        injector.injectIntoFields(registry, field -> field.getType() == FakeRegistry.class);
        injector.injectIntoFields(account, field -> field.getType() == FakeAccount.class);
    }

    @Override
    public void stop() {
        account.close();
        registry.close();
        issuer.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
