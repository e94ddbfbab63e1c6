package org.livelabel.account.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.livelabel.conduct.FailedRequests;

/**
 * Gives a type to the problems that the framework makes, and replaces their texts: they may quote exceptions, which are
 * nobody's business.
 */
@ApplicationScoped
class TypeOfProblem implements ProblemPostProcessor {
    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        boolean ours = problem.getType() != null;
        if (!ours || problem.getStatusCode() != 503) {
            // where we say 503 ourselves, the reason was logged where it was found
            FailedRequests.log(problem.getStatusCode(), context.cause);
        }
        if (ours) {
            return problem;
        }
        ProblemType type = type(problem.getStatusCode());
        HttpProblem.Builder typed = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail(type));
        problem.getHeaders().forEach(typed::withHeader);
        return typed.build();
    }

    @Override
    public int priority() {
        return 1000;
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 400 -> ProblemType.INVALID_PARAMETER;
            case 401 -> ProblemType.NOT_AUTHENTICATED;
            case 403 -> ProblemType.NOT_ALLOWED;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> ProblemType.INTERNAL;
        };
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case INVALID_PARAMETER -> "A parameter has the wrong form. See the API description at /q/openapi.";
            case NOT_AUTHENTICATED -> "Send Authorization: Bearer with a token for account-service.";
            case NOT_ALLOWED -> "Your token does not allow this.";
            case NOT_FOUND -> "Check the address. The API description is at /q/openapi.";
            case METHOD_NOT_ALLOWED -> "The Allow header names the methods that this address takes.";
            case NOT_ACCEPTABLE -> "Ask for application/json.";
            case BODY_TOO_LARGE -> "Send a smaller body.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the Content-Type that the API description at /q/openapi names.";
            case UNAVAILABLE -> "Try again in a minute.";
            default -> "Nothing was changed. Try again; if it stays, tell us when it happened.";
        };
    }
}
