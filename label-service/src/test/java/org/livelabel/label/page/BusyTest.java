package org.livelabel.label.page;

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
import org.livelabel.label.LabelService;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class BusyTest {
    @Inject
    AgroalDataSource connections;

    @Test
    void noStatementRunsForEver() throws SQLException {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("10s");
        }
    }

    @Test
    void whoFindsNoConnectionIsAskedToComeBack() throws SQLException {
        List<Connection> all = new ArrayList<>();
        int size = connections.getConfiguration().connectionPoolConfiguration().maxSize();
        Response page;
        Response data;
        try {
            while (all.size() < size) {
                all.add(connections.getConnection());
            }

            page = given().get("/l/N0BDY0000");
            data = given().accept("application/json").get("/l/N0BDY0000.json");

        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.asString()).contains("Too much is asked of us right now");
        assertThat(data.<Integer>path("status")).isEqualTo(503);
        assertThat(data.<String>path("type")).endsWith("/busy");
    }
}
