package org.livelabel.registry.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.exception.ConstraintViolationException;
import org.livelabel.conduct.problem.Problem;

/**
 * Two requests took the same name or number at the same moment, and the database let one through. A test holds the names
 * against the schema.
 */
@Provider
public class ConstraintProblem implements ExceptionMapper<ConstraintViolationException> {
    /** A number leads to one product at a time. */
    public static final String GTIN_HELD = "gtin_period_current_key";

    /** An organisation's own name for a product leads to one product. */
    private static final String PRODUCT_REF_HELD = "product_publisher_product_ref_key";

    /** The release before claimed a key by its row, so for as long as both run two may meet here. */
    private static final String KEY_CLAIMED = "idempotency_pk";

    /** Whether somebody else was a moment faster: who tries again is told by the ordinary check what is taken, and by whom. */
    public static boolean isLostRace(Throwable failure) {
        return breaks(GTIN_HELD, failure) || breaks(PRODUCT_REF_HELD, failure);
    }

    /** Whether it is this that the database did not let through. */
    public static boolean breaks(String constraint, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return constraint.equals(violation.getConstraintName());
            }
        }
        return false;
    }

    @Override
    public Response toResponse(ConstraintViolationException violation) {
        HttpProblem problem = problem(String.valueOf(violation.getConstraintName()));
        if (problem.getStatusCode() == 500) {
            Log.errorf(violation, "a constraint that no request should break: %s", violation.getConstraintName());
        }
        return problem.toResponse();
    }

    private static HttpProblem problem(String constraint) {
        return switch (constraint) {
            case GTIN_HELD ->
                Problem.of(
                        ProblemType.GTIN_TAKEN,
                        "One of the GTINs was taken by another product a moment ago. Publish again to see which.");
            case PRODUCT_REF_HELD ->
                Problem.at(
                        ProblemType.PRODUCT_REF_TAKEN,
                        "/product_ref",
                        "became the name of another of your products a moment ago");
            case KEY_CLAIMED ->
                Problem.withHeader(
                        ProblemType.BUSY,
                        "The same request is being worked on. Send it again to get its answer.",
                        "Retry-After",
                        "1");
            default ->
                Problem.of(
                        ProblemType.INTERNAL, "Nothing was changed. Try again; if it stays, tell us when it happened.");
        };
    }
}
