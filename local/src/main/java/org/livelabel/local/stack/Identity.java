package org.livelabel.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.livelabel.local.keycloak.KeycloakDistribution;
import org.livelabel.local.keycloak.KeycloakServer;
import org.livelabel.local.keycloak.KeycloakSettings;
import org.livelabel.local.keycloak.RealmSettings;
import org.livelabel.postgres.OwnFolder;
import org.livelabel.postgres.PostgresServer;

/** Keycloak, set up for this installation. */
final class Identity {
    private final StackOptions options;
    private final Addresses addresses;
    private final Secrets secrets;
    private final DataFolder folder;

    Identity(StackOptions options, Addresses addresses, Secrets secrets, DataFolder folder) {
        this.options = options;
        this.addresses = addresses;
        this.secrets = secrets;
        this.folder = folder;
    }

    /** Unpacks and builds it, unless an earlier start of any installation has. */
    Path prepare() {
        return KeycloakDistribution.prepare(folder(options.repository()), OwnFolder.cache());
    }

    /** What the build has to have made. */
    static List<Path> needed(Path repository) {
        return KeycloakDistribution.parts(folder(repository));
    }

    private static Path folder(Path repository) {
        return repository.resolve("local/target/keycloak");
    }

    /** Starts it; does not wait until it is ready. */
    KeycloakServer start(Path home, PostgresServer server, Databases databases) {
        RealmAddresses.bringUpToDate(server, addresses.web(), options.ports().of(Door.SMTP));
        KeycloakSettings settings = new KeycloakSettings(
                options.repository().resolve("account-service/src/main/keycloak"),
                folder.path().resolve("keycloak"),
                folder.log("keycloak"),
                options.ports().of(Door.KEYCLOAK),
                options.ports().of(Door.KEYCLOAK_MANAGEMENT),
                Map.of(),
                addresses.keycloak(),
                databases.of(Databases.KEYCLOAK).jdbcUrl(),
                databases.of(Databases.KEYCLOAK).owner(),
                new RealmSettings(
                        addresses.web(),
                        new RealmSettings.ClientSecrets(
                                ServiceSettings.clientSecret(secrets, ServiceName.WEB),
                                ServiceSettings.clientSecret(secrets, ServiceName.REGISTRY),
                                ServiceSettings.clientSecret(secrets, ServiceName.ACCOUNT),
                                secrets.machine("client.account-service-admin")),
                        "localhost",
                        "127.0.0.1",
                        options.ports().of(Door.SMTP),
                        "accounts@livelabel.example"));
        return KeycloakServer.start(home, settings);
    }
}
