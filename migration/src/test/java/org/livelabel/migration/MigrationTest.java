package org.livelabel.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.Login;
import org.livelabel.postgres.PostgresServer;

class MigrationTest {
    private final Database database = Database.provision(
            PostgresServer.forTests(),
            "thing_" + UUID.randomUUID().toString().replace("-", ""),
            "owner's secret",
            "application's secret");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theCommandMakesTheSchemaAndTheSecondTimeNothing() throws Exception {
        int first = migrate(settings());
        int second = migrate(settings());

        assertThat(List.of(first, second)).containsOnly(0);
        assertThat(text(out).lines())
                .containsExactly(
                        "The database of thing-service was brought to version 3 in 3 steps.",
                        "The database of thing-service is at version 3: nothing to do.");
        as(database.application(), "insert into thing (id, colour) values (1, 'blue')");
    }

    @Test
    void theApplicationsRoleStartsOnTheSchemaThatTheCommandMadeAndCannotChangeIt() {
        migrate(settings());

        assertThat(Schema.hindrance(flyway(database.application(), "3"), "thing-service"))
                .isEmpty();
        for (String change : List.of(
                "create table mine (id int)",
                "alter table thing add column price int",
                "drop table thing",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history")) {
            assertThatThrownBy(() -> as(database.application(), change))
                    .as(change)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void anEmptyDatabaseStopsTheStartAsAnOldSchemaDoes() {
        assertThat(Schema.hindrance(flyway(database.application(), "3"), "thing-service"))
                .hasValueSatisfying(message -> assertThat(message).endsWith("It lacks 1, 2, 3."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void anOlderSchemaStopsTheStartWithTheCommandThatMendsIt(String version) {
        flyway(database.owner(), version).migrate();

        assertThat(Schema.hindrance(flyway(database.application(), "3"), "thing-service"))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("The database's schema is older than this version of thing-service needs")
                        .contains("migrate"));
    }

    @Test
    void aNewerSchemaDoesNotStopAnOlderProgram() {
        migrate(settings());

        assertThat(Schema.hindrance(olderProgram(), "thing-service")).isEmpty();
    }

    @Test
    void aMigrationThatWasOvertakenByALaterOneIsMissedToo() throws Exception {
        migrate(settings());
        as(database.owner(), "delete from flyway_schema_history where version = '2'");

        assertThat(Schema.hindrance(flyway(database.application(), "3"), "thing-service"))
                .hasValueSatisfying(message -> assertThat(message).endsWith("It lacks 2."));
    }

    @Test
    void aMigrationThatFailedOnItsWayStopsTheStartWithWhatIsToBeDone() throws Exception {
        migrate(settings());
        as(database.owner(), "update flyway_schema_history set success = false where version = '3'");

        assertThat(Schema.hindrance(flyway(database.application(), "3"), "thing-service"))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("Migration 3 of thing-service failed before its end")
                        .contains("flyway_schema_history")
                        .contains("the command migrate"));
    }

    @Test
    void aNewerMigrationThatFailedDoesNotStopAnOlderProgram() throws Exception {
        migrate(settings());
        as(database.owner(), "update flyway_schema_history set success = false where version = '3'");

        assertThat(Schema.hindrance(olderProgram(), "thing-service")).isEmpty();
    }

    @Test
    void whatIsMissingInTheEnvironmentIsNamed() {
        Map<String, String> settings = settings();
        settings.remove("LIVELABEL_DATABASE_OWNER_PASSWORD");
        settings.put("LIVELABEL_DATABASE_USER", " ");

        int exitCode = migrate(settings);

        assertThat(exitCode).isEqualTo(2);
        assertThat(text(err))
                .startsWith(
                        "migrate needs LIVELABEL_DATABASE_OWNER_PASSWORD, LIVELABEL_DATABASE_USER in the environment.");
    }

    @Test
    void aRefusedPasswordIsOneLineAndIsNotPrinted() {
        Map<String, String> settings = settings();
        settings.put("LIVELABEL_DATABASE_OWNER_PASSWORD", "a mistaken one");

        int exitCode = migrate(settings);

        assertThat(exitCode).isEqualTo(1);
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err))
                .startsWith("The database was not migrated.")
                .contains("password authentication failed")
                .doesNotContain("a mistaken one");
    }

    @Test
    void aScriptThatFailsIsNamedWithWhatTheDatabaseSays() throws Exception {
        flyway(database.owner(), "1").migrate();
        as(database.owner(), "delete from flyway_schema_history");

        int exitCode = migrate(settings());

        assertThat(exitCode).isEqualTo(1);
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err)).contains("V1__thing.sql").contains("relation \"thing\" already exists");
    }

    @Test
    void theHelpNamesEverySetting() {
        int exitCode = new Migrate("thing-service", Map.of(), print(out), print(err)).run(List.of("--help"));

        assertThat(exitCode).isZero();
        assertThat(text(out)).contains(settings().keySet()).contains("thing-service");
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "LIVELABEL_DATABASE_URL", database.jdbcUrl(),
                "LIVELABEL_DATABASE_OWNER_USER", database.owner().user(),
                "LIVELABEL_DATABASE_OWNER_PASSWORD", database.owner().password(),
                "LIVELABEL_DATABASE_USER", database.application().user()));
    }

    private int migrate(Map<String, String> settings) {
        return new Migrate("thing-service", settings, print(out), print(err)).run(List.of());
    }

    private Flyway flyway(Login login, String target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), login.user(), login.password())
                .placeholders(Map.of("app", database.application().user()))
                .target(MigrationVersion.fromVersion(target))
                .load();
    }

    /** That of version 2 knows nothing of version 3. */
    private Flyway olderProgram() {
        return Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.application().user(),
                        database.application().password())
                .placeholders(Map.of("app", database.application().user()))
                .locations("classpath:db/older")
                .load();
    }

    private void as(Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
