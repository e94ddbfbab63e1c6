package org.livelabel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @Test
    void aDurableServerWaitsForTheDiskAsksForPasswordsAndKeepsItsData(@TempDir Path folder) throws Exception {
        try (PostgresServer server = PostgresServer.durable(folder, 0, "first")) {
            Database database = Database.provision(server, "kept", "owner-secret", "app-secret");
            assertThat(valueOf(database, "show fsync")).isEqualTo("on");
            assertThat(valueOf(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(valueOf(database, "show full_page_writes")).isEqualTo("on");
            execute(database, "create table fact (what text)");
            execute(database, "insert into fact values ('still here')");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("kept"), "kept_app", "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }

        try (PostgresServer again = PostgresServer.durable(folder, 0, "first")) {
            Database database = Database.provision(again, "kept", "owner-secret", "app-secret");

            assertThat(valueOf(database, "select what from fact")).isEqualTo("still here");
        }
    }

    @Test
    void nobodyElseOnThisMachineFindsADoorToTheServerOfTheTests() {
        PostgresServer server = PostgresServer.forTests();
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), ".s.PGSQL." + server.port());

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThat(socket).doesNotExist();
    }

    @Test
    void itsProgramsAreInAFolderThatOnlyThisUserCanEnter() throws Exception {
        PostgresServer.forTests();

        List<Path> programs;
        try (Stream<Path> all = Files.list(OwnFolder.cache())) {
            programs = all.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith("postgres-"))
                    .toList();
        }
        assertThat(programs).isNotEmpty();
        for (Path folder : programs) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(folder.resolve("bin/postgres")).isExecutable();
        }
    }

    @Test
    void aServerThatDoesNotStartSaysWhy(@TempDir Path folder) throws Exception {
        PostgresServer.durable(folder, 0, "secret").close();
        Files.writeString(folder.resolve("postgresql.conf"), "work_mem = 'very much'\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> PostgresServer.durable(folder, 0, "secret"))
                .hasMessageContaining("PostgreSQL does not start in " + folder)
                .hasMessageContaining("work_mem");
    }

    @Test
    void aServerThatIsTooSlowToStartIsKilledAndTheNextStartWorks(@TempDir Path folder, @TempDir Path slow)
            throws Exception {
        PostgresPrograms programs = pgCtl(slow, """
                '%s' "$@"
                case "$*" in *" start") echo 'server did not start in time'; exit 1;; esac
                """);

        assertThatThrownBy(() -> PostgresServer.durable(programs, folder, 0, "secret"))
                .hasMessageContaining("server did not start in time")
                .hasMessageContaining("its process " + postmaster(folder) + " was killed");

        assertThat(ProcessHandle.of(postmaster(folder))).isEmpty();
        PostgresServer.durable(folder, 0, "secret").close();
    }

    @Test
    void aServerThatIsTooSlowToStopIsKilledAndLosesNothing(@TempDir Path folder, @TempDir Path slow) throws Exception {
        PostgresPrograms programs = pgCtl(slow, """
                case "$*" in *" stop "*) echo 'server does not shut down'; exit 1;; esac
                '%s' "$@"
                """);
        PostgresServer server = PostgresServer.durable(programs, folder, 0, "secret");
        execute(Database.provision(server, "kept", "a", "b"), "create table fact as select 'still here' as what");
        long postmaster = postmaster(folder);

        assertThatThrownBy(server::close)
                .hasMessageContaining("server does not shut down")
                .hasMessageContaining("its process " + postmaster + " was killed");

        assertThat(ProcessHandle.of(postmaster)).isEmpty();
        try (PostgresServer again = PostgresServer.durable(folder, 0, "secret")) {
            assertThat(valueOf(Database.provision(again, "kept", "a", "b"), "select what from fact"))
                    .isEqualTo("still here");
        }
    }

    @Test
    void theOwnerOfADatabaseHasNoWayIntoAnother() {
        Database own = Database.forTests("keycloak");
        Database other = Database.forTests("registry");

        for (Login login : List.of(own.owner(), own.application())) {
            assertThatThrownBy(() -> DriverManager.getConnection(other.jdbcUrl(), login.user(), login.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
            for (String right : List.of(
                    "create database mine",
                    "create role mine",
                    "set role " + other.owner().user())) {
                assertThatThrownBy(() -> execute(own.jdbcUrl(), login, right))
                        .as(login + " " + right)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theApplicationRoleCannotCreateTables() {
        Database database = Database.forTests("sample");

        assertThatThrownBy(() -> execute(database.jdbcUrl(), database.application(), "create table mine (what text)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static String valueOf(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password());
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        execute(database.jdbcUrl(), database.owner(), sql);
    }

    private static void execute(String url, Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, login.user(), login.password())) {
            connection.createStatement().execute(sql);
        }
    }

    /** The real programs, but {@code pg_ctl} is a script. */
    private static PostgresPrograms pgCtl(Path home, String script) throws IOException {
        PostgresPrograms real = PostgresPrograms.prepare(OwnFolder.cache());
        Path bin = Files.createDirectory(home.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("initdb"), real.path("initdb"));
        Path pgCtl = Files.writeString(bin.resolve("pg_ctl"), "#!/bin/sh\n" + script.formatted(real.path("pg_ctl")));
        Files.setPosixFilePermissions(pgCtl, PosixFilePermissions.fromString("rwx------"));
        return new PostgresPrograms(home);
    }

    private static long postmaster(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }
}
