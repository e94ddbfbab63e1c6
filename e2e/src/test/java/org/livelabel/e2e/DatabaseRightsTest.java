package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.StartFailure;
import org.livelabel.postgres.Database;

/** Only the command {@code migrate} may change tables. */
@ExtendWith(World.Extension.class)
class DatabaseRightsTest {
    @ParameterizedTest
    @EnumSource
    void aRunningServiceDoesNotHoldTheOwnersPassword(ServiceName service, World world) throws Exception {
        Database database = world.stack().database(service);
        Path environment = Path.of("/proc", String.valueOf(world.stack().pid(service)), "environ");
        assumeTrue(Files.exists(environment), "Linux only");

        String settings = Files.readString(environment, StandardCharsets.ISO_8859_1);

        assertThat(settings)
                .contains(
                        "LIVELABEL_DATABASE_PASSWORD=" + database.application().password())
                .doesNotContain(database.owner().password())
                .doesNotContain("_OWNER_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table mine (id int)", "alter table flyway_schema_history add column mine int"})
    void whatARunningServiceHoldsDoesNotChangeTables(String sql, World world) throws Exception {
        for (ServiceName service : ServiceName.values()) {
            Database database = world.stack().database(service);
            try (var connection = DriverManager.getConnection(
                            database.jdbcUrl(),
                            database.application().user(),
                            database.application().password());
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(service.toString())
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatWasNotMigratedStopsTheStartWithTheCommandThatMendsIt(ServiceName service, World world) {
        Database empty = Database.provision(world.stack().postgres(), "not_migrated", "owner-secret", "app-secret");
        world.stack().stopService(service);
        try {
            assertThatThrownBy(() -> world.stack()
                            .startService(
                                    service,
                                    Map.of(
                                            "LIVELABEL_DATABASE_URL", empty.jdbcUrl(),
                                            "LIVELABEL_DATABASE_USER",
                                                    empty.application().user(),
                                            "LIVELABEL_DATABASE_PASSWORD",
                                                    empty.application().password())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("older than this version of " + service + " needs")
                    .hasMessageContaining("migrate");
        } finally {
            world.stack().startService(service);
        }
    }
}
