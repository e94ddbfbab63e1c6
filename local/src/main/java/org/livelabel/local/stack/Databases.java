package org.livelabel.local.stack;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.PostgresServer;

/** One database for each service, and one for Keycloak, each with its two logins. */
final class Databases {
    static final String KEYCLOAK = "keycloak";

    private final Map<String, Database> byName = new LinkedHashMap<>();

    private Databases() {}

    static Databases provision(PostgresServer server, Secrets secrets) {
        Databases databases = new Databases();
        for (String name : List.of(KEYCLOAK, "registry", "label", "account", "web")) {
            databases.byName.put(
                    name,
                    Database.provision(
                            server,
                            name,
                            secrets.machine("database." + name + ".owner"),
                            secrets.machine("database." + name + ".application")));
        }
        return databases;
    }

    Database of(String name) {
        return requireNonNull(byName.get(name), name);
    }
}
