package org.livelabel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A PostgreSQL server run as a process of its own, on the loopback address; it asks everybody for a password, its
 * administrator too.
 *
 * <p>{@link #forTests} forgets everything and is fast; {@link #durable} keeps its data and survives a power cut as a
 * production server would.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String ADMINISTRATOR = "postgres";
    private static final String STARTING = "60";
    private static final String STOPPING = "5";
    /** A checkpoint on a slow disk takes its time, and what is kept had better not be recovered at the next start. */
    private static final String STOPPING_KEPT = "60";

    private static final Duration DYING = Duration.ofSeconds(10);

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port;
    private final String administratorPassword;
    private final boolean kept;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(
            PostgresPrograms programs, Path folder, int port, String administratorPassword, boolean kept) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.administratorPassword = administratorPassword;
        this.kept = kept;
    }

    /**
     * The one that all tests of a run share, so that each takes {@link Database#forTests a database of its own} in it: on a
     * free port, in a temporary folder, without waiting for the disk. Closing it here changes nothing for the others.
     */
    public static PostgresServer forTests() {
        try {
            return RunOfTests.server(PostgresPrograms.prepare(OwnFolder.cache()));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** One that forgets everything; not started yet. */
    static PostgresServer forgetful(PostgresPrograms programs) throws IOException {
        return new PostgresServer(
                programs, Files.createTempDirectory("livelabel-postgres"), freePort(), randomPassword(), false);
    }

    /** One that somebody else has started and will stop: to close it does nothing. */
    static PostgresServer borrowed(PostgresPrograms programs, Path folder, int port, String administratorPassword) {
        PostgresServer server = new PostgresServer(programs, folder, port, administratorPassword, false);
        server.closed.set(true);
        return server;
    }

    /** @param endsWithThisProcess or else it goes on until somebody stops it */
    void startForTests(boolean endsWithThisProcess) throws IOException {
        try {
            // what is thrown away need not reach the disk
            layOut("--no-sync");
            start("-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300");
        } catch (IOException e) {
            PostgresPrograms.delete(folder);
            throw e;
        }
        if (endsWithThisProcess) {
            closeWithThisProcess();
        }
    }

    /**
     * Keeps its data in {@code folder} and confirms a commit only when it is on the disk. A server left behind by a killed
     * parent is stopped first.
     *
     * @param port 0 for a free one
     */
    public static PostgresServer durable(Path folder, int port, String administratorPassword) {
        try {
            return durable(PostgresPrograms.prepare(OwnFolder.cache()), folder, port, administratorPassword);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    static PostgresServer durable(PostgresPrograms programs, Path folder, int port, String administratorPassword)
            throws IOException {
        stopLeftover(folder);
        PostgresServer server = new PostgresServer(
                programs,
                OwnFolder.at(folder, "keep the data elsewhere"),
                port == 0 ? freePort() : port,
                administratorPassword,
                true);
        if (!Files.exists(folder.resolve("postgresql.conf"))) {
            server.layOut();
        }
        askForPasswords(folder);
        server.start("-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=200");
        server.closeWithThisProcess();
        return server;
    }

    public int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    String administratorPassword() {
        return administratorPassword;
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

    /**
     * Ends all connections; returns when the server is gone.
     *
     * @throws UncheckedIOException if it had to be killed; what was committed is there again at its next start
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void stop() throws IOException {
        try {
            programs.run(
                    "pg_ctl",
                    List.of(
                            "-D",
                            folder.toString(),
                            "stop",
                            "-m",
                            "fast",
                            "-t",
                            kept ? STOPPING_KEPT : STOPPING,
                            "-w"));
        } catch (IOException e) {
            throw new IOException(e.getMessage() + killed(), e);
        } finally {
            if (!kept) {
                PostgresPrograms.delete(folder);
            }
        }
    }

    /**
     * Nothing is left running of what was too slow: a server that nobody knows of would keep its port and its folder.
     *
     * @return what was done, to be added to why
     */
    private String killed() throws IOException {
        Optional<ProcessHandle> server = running(folder);
        if (server.isEmpty()) {
            return "";
        }
        // they end with their parent, but not at once
        List<ProcessHandle> all =
                Stream.concat(server.stream(), server.get().descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            // not get: it would be given up at once in a thread that was interrupted
            all.forEach(process -> process.onExit()
                    .orTimeout(DYING.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
            return " (its process " + server.get().pid() + " was killed)";
        } catch (CompletionException e) {
            return " (its process " + server.get().pid() + " was killed and does not end)";
        }
    }

    private void layOut(String... more) throws IOException {
        // for its owner only, as temporary files of Java are
        Path password = Files.createTempFile("livelabel", null);
        try {
            Files.writeString(password, administratorPassword);
            List<String> arguments = new ArrayList<>(List.of(
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-U",
                    ADMINISTRATOR,
                    "-D",
                    folder.toString(),
                    "-E",
                    "UTF-8"));
            arguments.addAll(List.of(more));
            programs.run("initdb", arguments);
        } finally {
            Files.delete(password);
        }
    }

    /** Returns when it answers. */
    private void start(String settings) throws IOException {
        // no socket in the temporary folder: who connects knows the port and a password
        String options =
                "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= -c timezone=UTC " + settings;
        Path log = folder.resolve("server.log");
        Files.deleteIfExists(log);
        try {
            programs.run(
                    "pg_ctl",
                    List.of(
                            "-D",
                            folder.toString(),
                            "-o",
                            options,
                            "-l",
                            log.toString(),
                            "-w",
                            "-t",
                            STARTING,
                            "start"));
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + killed() + (Files.exists(log) ? "\n" + Files.readString(log) : ""), e);
        }
    }

    private void closeWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postgres-stop"));
    }

    /** Earlier versions let everybody in while they started, and may have been killed then. */
    private static void askForPasswords(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The server that works in {@code folder}, if one does. */
    static Optional<ProcessHandle> running(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        // it is empty for a moment, and after a crash somebody else may have the number by now
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> serves(folder, process.info()));
    }

    private static boolean serves(Path folder, ProcessHandle.Info process) {
        return process.command().orElse("").endsWith("postgres")
                && Stream.of(process.arguments().orElse(new String[0]))
                        .anyMatch(argument -> Path.of(argument).toAbsolutePath().equals(folder.toAbsolutePath()));
    }

    private static void stopLeftover(Path folder) throws IOException {
        Optional<ProcessHandle> leftover = running(folder);
        if (leftover.isPresent()) {
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(
                        "an earlier PostgreSQL (process " + leftover.get().pid() + ") does not stop", e);
            }
        }
    }
}
