package org.livelabel.account.wiring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.issuer.TestIssuer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DatabasePatienceTest {
    TestIssuer issuer;

    @Inject
    AgroalDataSource connections;

    @Test
    void noStatementRunsForEver() throws SQLException {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout'), "
                        + "current_setting('idle_in_transaction_session_timeout')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("10s");
            assertThat(row.getString(2)).isEqualTo("1min");
        }
    }

    @Test
    void whoFindsNoConnectionIsAskedToComeBack() throws SQLException {
        List<Connection> all = new ArrayList<>();
        int size = connections.getConfiguration().connectionPoolConfiguration().maxSize();
        Response refused;
        try {
            while (all.size() < size) {
                all.add(connections.getConnection());
            }

            refused = given().auth().oauth2(issuer.token().signed()).get("/v1/me");

        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
    }
}
