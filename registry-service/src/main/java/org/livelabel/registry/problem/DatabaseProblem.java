package org.livelabel.registry.problem;

import io.quarkus.logging.Log;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.BusyDatabase;

/** The database had no connection free or took too long. Nothing was changed, and the same may work in a moment. */
public class DatabaseProblem {
    @ServerExceptionMapper
    public Response failed(PersistenceException failure) {
        if (BusyDatabase.causes(failure)) {
            Log.warnf("the database is busy: %s", failure.getMessage());
            return Problem.withHeader(
                            ProblemType.BUSY,
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
}
