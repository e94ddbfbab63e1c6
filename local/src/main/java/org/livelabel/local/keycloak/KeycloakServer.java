package org.livelabel.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A running Keycloak with the realm {@value #REALM}. Its database keeps everything; the instance's folder can be thrown away
 * while it is stopped.
 *
 * <p>Nobody can sign in to its master realm: the first administrator, which Keycloak insists on, gets a random password that
 * is kept nowhere but in the environment of the process that fills the empty database, and no later process has it. That
 * account must stay, because without any Keycloak offers everybody on this machine a page to create one. Whoever needs an
 * administrator stops it and runs {@code kc.sh bootstrap-admin user}.
 */
public final class KeycloakServer implements AutoCloseable {
    public static final String REALM = "livelabel";
    private static final Duration STARTING = Duration.ofMinutes(10);
    private static final Duration STOPPING = Duration.ofSeconds(8);

    private final KeycloakSettings settings;
    private final Process process;
    private volatile boolean endWanted;

    private KeycloakServer(KeycloakSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server that {@link KeycloakDistribution#prepare} has put into {@code home}; does not wait for it. Call
     * {@link #awaitReady} next.
     */
    public static KeycloakServer start(Path home, KeycloakSettings settings) {
        try {
            layOut(home, settings);
            Process process = KeycloakCommand.run(
                    settings.folder().toAbsolutePath(),
                    List.of("start", "--optimized", "--import-realm"),
                    environment(settings),
                    settings.log());
            return new KeycloakServer(settings, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's folder " + settings.folder() + " cannot be written", e);
        }
    }

    /** Returns when the realm answers: about 35 seconds with an empty database, 15 with a filled one. */
    public KeycloakServer awaitReady() {
        long deadline = System.nanoTime() + STARTING.toNanos();
        try (Http http = new Http()) {
            // readiness is the status; the text shows single checks as up while the whole is down
            URI ready = URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready");
            URI discovery = URI.create(
                    "http://127.0.0.1:" + settings.port() + "/realms/" + REALM + "/.well-known/openid-configuration");
            while (!(http.answers(ready) && http.answers(discovery))) {
                if (!process.isAlive()) {
                    throw KeycloakCommand.ended("Keycloak", process.exitValue(), settings.log());
                }
                if (System.nanoTime() > deadline) {
                    close();
                    throw new KeycloakFailure("Keycloak is not ready after " + STARTING.toMinutes()
                            + " minutes; its log is " + settings.log() + KeycloakCommand.lastLines(settings.log()));
                }
                Thread.sleep(200);
            }
            return this;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new KeycloakFailure("starting Keycloak was interrupted", e);
        }
    }

    /** The issuer of every token. */
    public URI issuer() {
        return settings.issuer();
    }

    /** Administers people, with the rights that account-service has and no more. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(
                settings.publicUrl(), settings.realm().secrets().accountServiceAdmin());
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Tells if the server ends although nobody closed it. */
    public void onDeath(Consumer<KeycloakFailure> told) {
        process.onExit().thenAccept(ended -> {
            if (!endWanted) {
                told.accept(KeycloakCommand.ended("Keycloak", ended.exitValue(), settings.log()));
            }
        });
    }

    /** Asks it to stop, and forces it after eight seconds; returns when it is gone. */
    @Override
    public void close() {
        endWanted = true;
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A home folder of the instance's own; the large and unchanging parts are links into the shared one. */
    private static void layOut(Path home, KeycloakSettings settings) throws IOException {
        Path folder = settings.folder();
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        Files.createDirectories(folder.resolve("conf"));
        for (String shared : List.of("lib", "providers", "themes", "conf/cache-ispn.xml")) {
            Path link = folder.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, home.toAbsolutePath().resolve(shared));
        }
        Files.writeString(folder.resolve("conf").resolve("keycloak.conf"), "");
        copy(settings.definition().resolve("quarkus.properties"), folder.resolve("conf"));
        copy(settings.definition().resolve("livelabel-realm.json"), folder.resolve("data/import"));
        try (Stream<Path> lists = Files.list(settings.definition().resolve("password-blacklists"))) {
            for (Path list :
                    lists.filter(f -> f.toString().endsWith("-passwords.txt")).toList()) {
                copy(list, folder.resolve("data/password-blacklists"));
            }
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Everything is passed in the environment: a command line is readable by every user of the machine. */
    static Map<String, String> environment(KeycloakSettings settings) {
        Map<String, String> environment = new LinkedHashMap<>(settings.realm().environment());
        environment.putAll(settings.limits());
        environment.put("KC_DB_URL", settings.databaseUrl());
        environment.put("KC_DB_USERNAME", settings.database().user());
        environment.put("KC_DB_PASSWORD", settings.database().password());
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MIN_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(settings.managementPort()));
        environment.put("KC_HOSTNAME", settings.publicUrl().toString());
        environment.put("KC_CACHE", "local");
        environment.put("KC_LOG_LEVEL", "INFO,io.smallrye.health:ERROR");
        if (!hasAdministrator(settings)) {
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "nobody");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", forgottenPassword());
        }
        return environment;
    }

    /** Whether its database was filled before. If that cannot be asked, Keycloak itself says what is wrong with it. */
    private static boolean hasAdministrator(KeycloakSettings settings) {
        try (Connection connection = DriverManager.getConnection(
                settings.databaseUrl(),
                settings.database().user(),
                settings.database().password())) {
            return isTrue(connection, "select to_regclass('user_entity') is not null")
                    && isTrue(
                            connection,
                            "select exists (select from user_entity join realm on realm.id = realm_id where realm.name = 'master')");
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String forgottenPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
