package org.livelabel.account;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.postgres.Database;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DatabaseTest {
    @TestHTTPResource(value = "/", management = true)
    String management;

    Database database;

    @Inject
    Flyway flyway;

    @Test
    void migratingAgainChangesNothing() {
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "alter table organisation drop constraint organisation_kind_check",
                "delete from organisation",
                "delete from outbox_attempt",
                "update membership set role = 'owner'",
                "update idempotent_request set response = ''"
            })
    void theServiceMayNotDoInTheDatabaseWhatItNeverNeeds(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(),
                        database.application().user(),
                        database.application().password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void itIsReadyOnlyWithItsDatabase() {
        var answer = get(management + "health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("checks.name")).contains("Database connections health check");
    }
}
