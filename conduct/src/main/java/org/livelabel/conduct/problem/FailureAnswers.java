package org.livelabel.conduct.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How a service answers what its framework refused, and what failed around it. The framework finds mappers of exceptions by
 * annotations on a service's own classes; those hand on to here.
 *
 * @param service its name, as tokens are issued for
 * @param away the type of what cannot be answered because somebody whom we ask does not answer
 * @param busy the type of what our own database has no time for
 * @param meanwhile a sentence on what works while the identity server is away; empty if there is none
 * @param smaller what to do who sent too large a body
 */
public record FailureAnswers(String service, ProblemKind away, ProblemKind busy, String meanwhile, String smaller) {
    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);

    private static final String TRY_AGAIN = "Nothing was changed. Try again; if it stays, tell us when it happened.";

    /**
     * Gives a type to a problem that the framework made, and replaces its texts: they may quote exceptions, which are nobody's
     * business.
     */
    public HttpProblem typed(HttpProblem problem, @Nullable Throwable cause) {
        boolean ours = problem.getType() != null;
        if (!ours || problem.getStatusCode() != 503) {
            // where we say 503 ourselves, the reason was logged where it was found
            FailedRequests.log(problem.getStatusCode(), cause);
        }
        if (ours) {
            return problem;
        }
        HttpProblem.Builder typed =
                switch (problem.getStatusCode()) {
                    case 400 ->
                        Problem.build(
                                CommonProblem.INVALID_PARAMETER,
                                "A parameter has the wrong form. See the API description at /q/openapi.");
                    case 401 -> Problem.build(CommonProblem.NOT_AUTHENTICATED, getAToken());
                    case 403 -> Problem.build(CommonProblem.NOT_ALLOWED, "Your token does not allow this.");
                    case 404 ->
                        Problem.build(
                                CommonProblem.NOT_FOUND, "Check the address. The API description is at /q/openapi.");
                    case 405 ->
                        Problem.build(
                                CommonProblem.METHOD_NOT_ALLOWED,
                                "The Allow header names the methods that this address takes.");
                    case 406 -> Problem.build(CommonProblem.NOT_ACCEPTABLE, "Ask for application/json.");
                    case 413 -> Problem.build(CommonProblem.BODY_TOO_LARGE, smaller);
                    case 415 ->
                        Problem.build(
                                CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                                "Send the Content-Type that the API description at /q/openapi names.");
                    case 503 -> Problem.build(away, ended("Try again in a minute."));
                    default -> Problem.build(CommonProblem.INTERNAL, TRY_AGAIN);
                };
        problem.getHeaders().forEach(typed::withHeader);
        return typed.build();
    }

    /** No token came (RFC 6750, 3). */
    public Response noToken() {
        return challenge("Bearer");
    }

    /** The token does not count (RFC 6750, 3.1). */
    public Response tokenRefused() {
        return challenge("Bearer error=\"invalid_token\"");
    }

    /** Nobody can say now whether it does. */
    public Response tokenUnchecked(Exception failure) {
        FailedRequests.log(503, failure);
        return Problem.withHeader(
                        away,
                        ended("Your token is signed with a key that we have to fetch first, and cannot fetch right now."
                                + " Nothing was changed. Try again in a minute."),
                        HttpHeaders.RETRY_AFTER,
                        "30")
                .toResponse();
    }

    /** The database had no connection free or took too long, so that the same may work in a moment; or it is our fault. */
    public Response databaseFailed(Exception failure) {
        if (BusyDatabase.causes(failure)) {
            LOG.warnf("the database is busy: %s", failure.getMessage());
            return Problem.withHeader(
                            busy,
                            "The database took too long. Nothing was changed. Try again in a few seconds.",
                            HttpHeaders.RETRY_AFTER,
                            "5")
                    .toResponse();
        }
        LOG.error("a request failed in the database", failure);
        return Problem.of(CommonProblem.INTERNAL, TRY_AGAIN).toResponse();
    }

    private Response challenge(String challenge) {
        return Problem.withHeader(CommonProblem.NOT_AUTHENTICATED, getAToken(), HttpHeaders.WWW_AUTHENTICATE, challenge)
                .toResponse();
    }

    private String getAToken() {
        return "Get a token for " + service
                + " from the identity server, or a new one if yours has expired, and send it as"
                + " Authorization: Bearer.";
    }

    private String ended(String text) {
        return meanwhile.isEmpty() ? text : text + " " + meanwhile;
    }
}
