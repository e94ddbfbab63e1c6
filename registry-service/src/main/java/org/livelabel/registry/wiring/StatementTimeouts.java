package org.livelabel.registry.wiring;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How long the database works on one statement, by the kind of work that asks. A connection has the patience of a public
 * read; a transaction for something else brings its own and leaves none of it behind.
 */
@ApplicationScoped
class StatementTimeouts implements AgroalPoolInterceptor {
    /** A transaction that does nothing for so long has lost its owner; what it holds is needed by others. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofMinutes(1);

    private final RegistrySettings settings;

    StatementTimeouts(RegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        execute(
                connection,
                "set statement_timeout = " + millis(Work.READ) + "; set idle_in_transaction_session_timeout = "
                        + IDLE_IN_TRANSACTION.toMillis());
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Work work = Work.now();
        if (work != Work.READ && inTransaction(connection)) {
            execute(connection, "set local statement_timeout = " + millis(work));
        }
    }

    private long millis(Work work) {
        RegistrySettings.Database.Patience patience = settings.database().patience();
        Duration most =
                switch (work) {
                    case READ -> patience.read();
                    case WRITE -> patience.write();
                    case LONG -> patience.longest();
                };
        return most.toMillis();
    }

    private static boolean inTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // the connection is gone; the pool learns it from the next statement, which it watches, and takes another
            Log.debugf("a connection could not be told its patience: %s", e.getMessage());
        }
    }
}
