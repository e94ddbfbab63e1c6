package org.livelabel.account.problem;

import io.quarkus.logging.Log;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The database had no connection free or took too long. Nothing was changed, and the same may work in a moment. */
public class DatabaseProblem {
    /** Cancelled, lock not available, deadlock, cannot serialise, the server goes down, idle in a transaction. */
    private static final Set<String> PASSING = Set.of("57014", "55P03", "40P01", "40001", "57P01", "57P03", "25P03");
    /** Classes of states: no connection, no resources. */
    private static final Set<String> AWAY = Set.of("08", "53");

    @ServerExceptionMapper
    public Response failed(PersistenceException failure) {
        if (passes(failure)) {
            Log.warnf("the database is busy: %s", failure.getMessage());
            return Problem.withHeader(
                            ProblemType.UNAVAILABLE,
                            "The database took too long. Nothing was changed. Try again in a few seconds.",
                            "Retry-After",
                            "5")
                    .toResponse();
        }
        Log.error("a request failed in the database", failure);
        return Problem.of(
                        ProblemType.INTERNAL, "Nothing was changed. Try again; if it stays, tell us when it happened.")
                .toResponse();
    }

    /** Whether the same may work in a moment. */
    private static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // the driver always gives a state; it is the pool that has none
                return state == null || PASSING.contains(state) || AWAY.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
