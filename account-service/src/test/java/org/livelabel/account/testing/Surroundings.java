package org.livelabel.account.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.postgres.Database;

/** What the service has around it: its database, an issuer of tokens, and a registry. Started once. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
    private Database database;
    private TestIssuer issuer;
    private RegistryPeer registry;

    @Override
    public Map<String, String> start() {
        database = Database.forTests("account");
        issuer = TestIssuer.start();
        registry = RegistryPeer.start();
        return Map.ofEntries(
                Map.entry("livelabel.database.url", database.jdbcUrl()),
                Map.entry("quarkus.flyway.username", database.owner().user()),
                Map.entry("quarkus.flyway.password", database.owner().password()),
                Map.entry("livelabel.database.user", database.application().user()),
                Map.entry("livelabel.database.password", database.application().password()),
                Map.entry("livelabel.identity.url", issuer.url()),
                Map.entry("livelabel.identity.client-secret", "secret"),
                Map.entry("livelabel.registry-url", registry.url()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
        injector.injectIntoFields(registry, new TestInjector.MatchesType(RegistryPeer.class));
        injector.injectIntoFields(database, new TestInjector.MatchesType(Database.class));
    }

    @Override
    public void stop() {
        registry.close();
        issuer.close();
    }
}
