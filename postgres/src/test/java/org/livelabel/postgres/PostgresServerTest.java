package org.livelabel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        try (PostgresServer server = PostgresServer.forTests()) {
            Path socket = Path.of(System.getProperty("java.io.tmpdir"), ".s.PGSQL." + server.port());

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void itsProgramsAreInAFolderThatOnlyThisUserCanEnter() throws Exception {
        PostgresServer.forTests().close();

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
    void theApplicationRoleCannotCreateTables() {
        try (PostgresServer server = PostgresServer.forTests()) {
            Database database = Database.provision(server, "sample", "a", "b");

            assertThatThrownBy(() -> {
                        try (var connection = DriverManager.getConnection(
                                database.jdbcUrl(), database.application().user(), "b")) {
                            connection.createStatement().execute("create table mine (what text)");
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
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
        try (var connection = DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password())) {
            connection.createStatement().execute(sql);
        }
    }
}
