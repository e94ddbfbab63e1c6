package org.livelabel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOfTestsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("server-of-this-run");
    }

    @AfterEach
    void stopTheServer() throws Exception {
        kill();
        PostgresPrograms.delete(dataFolder());
    }

    @Test
    void whoeverAsksLaterGetsTheSameServerAndClosingItDisturbsNobody() throws Exception {
        PostgresServer first = server();

        first.close();
        PostgresServer second = server();

        assertThat(second.port()).isEqualTo(first.port());
        assertThat(answers(second)).isTrue();
        // it holds the password
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theProcessThatStartedItMayEndBeforeTheRun() throws Exception {
        String printed = portOf(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName()));

        PostgresServer server = server();

        assertThat(printed.strip()).isEqualTo(Integer.toString(server.port()));
        assertThat(answers(server)).isTrue();
    }

    @Test
    void oneThatDiedIsReplaced() throws Exception {
        PostgresServer first = server();
        kill();
        PostgresPrograms.delete(first.folder());

        PostgresServer second = server();

        assertThat(answers(second)).isTrue();
    }

    @Test
    void twoDatabasesForTheSameServiceKnowNothingOfEachOther() throws Exception {
        Database one = Database.forTests("registry");
        Database other = Database.forTests("registry");

        try (Connection connection = one.connect()) {
            connection.createStatement().execute("create table here (what text)");
        }

        try (Connection connection = other.connect();
                var found = connection.createStatement().executeQuery("select to_regclass('here') is null")) {
            found.next();
            assertThat(found.getBoolean(1)).isTrue();
        }
    }

    /** Another process of the run. */
    static final class Asking {
        public static void main(String[] arguments) {
            System.out.println(PostgresServer.forTests().port());
        }
    }

    private PostgresServer server() throws IOException {
        return RunOfTests.server(PostgresPrograms.prepare(OwnFolder.cache()), file, false);
    }

    private String portOf(ProcessBuilder builder) throws Exception {
        builder.environment().put(RunOfTests.FILE, file.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private static boolean answers(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            return connection.isValid(60);
        }
    }

    private Path dataFolder() throws IOException {
        return Path.of(Files.exists(file) ? Files.readAllLines(file).getFirst() : "no-such-folder");
    }

    private void kill() throws Exception {
        ProcessHandle server = PostgresServer.running(dataFolder()).orElse(null);
        if (server != null) {
            server.destroyForcibly();
            server.onExit().get(1, TimeUnit.MINUTES);
        }
    }
}
