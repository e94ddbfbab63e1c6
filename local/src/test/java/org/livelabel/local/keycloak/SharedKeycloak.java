package org.livelabel.local.keycloak;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.Ports;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.OwnFolder;
import org.livelabel.postgres.PostgresServer;

/** One Keycloak with its database and its mail for all tests of this package; started by the first that asks for it. */
class SharedKeycloak implements ParameterResolver {
    static final Path DEFINITION = Path.of("../account-service/src/main/keycloak");
    static final int CONNECTIONS = 300;
    /** Short enough to wait for, and room for {@link GuardedPortsTest}. */
    private static final Map<String, String> LIMITS = Map.of(
            "LIVELABEL_CONNECTIONS_HEAD_TIME",
            "10S",
            "LIVELABEL_CONNECTIONS_PER_ADDRESS",
            Integer.toString(CONNECTIONS),
            "LIVELABEL_BODIES_TIME",
            "15S",
            "LIVELABEL_BODIES_PER_ADDRESS",
            Integer.toString(CONNECTIONS));

    static final URI WEB = URI.create("http://localhost:8080");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    record Running(Path home, KeycloakServer server, PostgresServer postgres, GreenMail mail, KeycloakSettings settings)
            implements AutoCloseable {
        static Running start() {
            try {
                PostgresServer postgres = PostgresServer.forTests();
                GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
                mail.start();
                Path folder = Files.createTempDirectory(Path.of("target"), "keycloak-");
                KeycloakSettings settings =
                        settings(folder, postgres, "keycloak", mail.getSmtp().getPort(), LIMITS);
                Path home = KeycloakDistribution.prepare(Path.of("target/keycloak"), OwnFolder.cache());
                KeycloakServer server = KeycloakServer.start(home, settings).awaitReady();
                return new Running(home, server, postgres, mail, settings);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        static KeycloakSettings settings(
                Path folder, PostgresServer postgres, String database, int smtpPort, Map<String, String> limits) {
            Database provisioned = Database.provision(postgres, database, secret(), secret());
            Ports ports = Ports.free();
            int port = ports.of(Door.KEYCLOAK);
            return new KeycloakSettings(
                    DEFINITION,
                    folder,
                    folder.resolve("keycloak.log"),
                    port,
                    ports.of(Door.KEYCLOAK_MANAGEMENT),
                    limits,
                    URI.create("http://localhost:" + port),
                    provisioned.jdbcUrl(),
                    provisioned.owner(),
                    new RealmSettings(
                            WEB,
                            new RealmSettings.ClientSecrets(secret(), secret(), secret(), secret()),
                            "localhost",
                            "127.0.0.1",
                            smtpPort,
                            "no-reply@livelabel.example"));
        }

        SignIn signIn() {
            return new SignIn(server.issuer(), Clock.systemUTC());
        }

        /** A new person with a password and a second factor. */
        Account person() {
            Account account = new Account(
                    UUID.randomUUID() + "@example.org", "orchid " + secret(), Totp.random(new SecureRandom()));
            server.admin().ensureAccount(account);
            return account;
        }

        @Override
        public void close() {
            server.close();
            mail.stop();
        }

        private static String secret() {
            return UUID.randomUUID().toString();
        }
    }
}
