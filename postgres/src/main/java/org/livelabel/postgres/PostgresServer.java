package org.livelabel.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server run as a child process.
 *
 * <p>{@link #forTests} forgets everything and is fast; {@link #durable} keeps its data and survives a power cut as a
 * production server would. Only the durable one asks its administrator for a password.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String ADMINISTRATOR = "postgres";

    private final EmbeddedPostgres process;
    private final String administratorPassword;

    private PostgresServer(EmbeddedPostgres process, String administratorPassword) {
        this.process = process;
        this.administratorPassword = administratorPassword;
    }

    /** On a free port, in a temporary folder, without waiting for the disk. */
    public static PostgresServer forTests() {
        try {
            return new PostgresServer(EmbeddedPostgres.builder().start(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /**
     * Keeps its data in {@code folder} and confirms a commit only when it is on the disk. A server left behind by a killed
     * parent is stopped first.
     */
    public static PostgresServer durable(Path folder, int port, String administratorPassword) {
        try {
            stopLeftover(folder);
            if (Files.exists(folder.resolve("pg_hba.conf"))) {
                // the library asks for readiness without a password; the door is closed again below
                writeHba(folder, "trust");
            }
            EmbeddedPostgres process = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // the library's defaults trade durability for speed
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            PostgresServer server = new PostgresServer(process, administratorPassword);
            server.execute("alter role " + ADMINISTRATOR + " password " + literal(administratorPassword));
            writeHba(folder, "scram-sha-256");
            server.execute("select pg_reload_conf()");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    public int port() {
        return process.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** Runs one statement as the server's administrator. */
    public void execute(String sql) {
        try (Connection connection = connect(ADMINISTRATOR);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A connection to {@code database} as the server's administrator; for tests and for laying databases out. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), ADMINISTRATOR, administratorPassword);
    }

    public void ensureRole(Login login) {
        execute("do $$ begin if not exists (select from pg_roles where rolname = " + literal(login.user())
                + ") then create role " + login.user() + " login; end if; end $$");
        execute("alter role " + login.user() + " password " + literal(login.password()));
    }

    /** Creates the database if it is not there; nobody but its owner may connect until it is granted. */
    public void ensureDatabase(String name, Login owner) {
        try (Connection connection = connect(ADMINISTRATOR);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = " + literal(name))) {
            if (!found.next()) {
                execute("create database " + name + " owner " + owner.user());
                execute("revoke all on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void writeHba(Path folder, String method) throws IOException {
        Files.writeString(
                folder.resolve("pg_hba.conf"),
                "local all all " + method + "\nhost all all 127.0.0.1/32 " + method + "\nhost all all ::1/128 " + method
                        + "\n");
    }

    private static void stopLeftover(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> leftover =
                ProcessHandle.of(pid).filter(p -> p.info().command().orElse("").endsWith("postgres"));
        if (leftover.isPresent()) {
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException("an earlier PostgreSQL (process " + pid + ") does not stop", e);
            }
        }
    }
}
