package org.livelabel.registry.wiring;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.postgres.Database;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
class StatementTimeoutsTest {
    @Inject
    AgroalDataSource connections;

    @Inject
    EntityManager entityManager;

    @Test
    void aReadThatTakesTooLongIsCancelledAndMayBeTriedAgain() throws SQLException {
        String product = Maker.verified().published(Drafts.identityOnly("X"));
        Response refused;
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table projection.product in access exclusive mode");

            refused = get("/v1/products/" + product);

            owner.rollback();
        }
        assertBusy(refused);
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(200);
    }

    @Test
    void whoFindsNoConnectionIsAskedToComeBack() throws SQLException {
        String product = Maker.verified().published(Drafts.identityOnly("X"));
        List<Connection> all = new ArrayList<>();
        int size = connections.getConfiguration().connectionPoolConfiguration().maxSize();
        Response refused;
        try {
            while (all.size() < size) {
                all.add(connections.getConnection());
            }

            refused = get("/v1/products/" + product);

        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertBusy(refused);
        assertThat(get("/v1/products/" + product).statusCode()).isEqualTo(200);
    }

    @Test
    void workBehindTheScenesHasMorePatienceAndLeavesNoneOfIt() throws SQLException {
        String inBackground = QuarkusTransaction.requiringNew().call(() -> (String)
                entityManager.createNativeQuery("show statement_timeout").getSingleResult());
        String afterwards;
        String idle;
        try (Connection connection = connections.getConnection()) {
            afterwards = show(connection, "statement_timeout");
            idle = show(connection, "idle_in_transaction_session_timeout");
        }

        assertThat(inBackground).isEqualTo("10min");
        assertThat(afterwards).isEqualTo("5s");
        assertThat(idle).isEqualTo("1min");
    }

    private static void assertBusy(Response refused) {
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("type")).endsWith("/busy");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection owner() throws SQLException {
        Database database = Peers.database();
        return DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password());
    }
}
