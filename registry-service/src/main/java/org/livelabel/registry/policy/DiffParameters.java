package org.livelabel.registry.policy;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Which two versions are compared. */
public class DiffParameters {
    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @Parameter(description = "One that both versions have; their first common one unless told")
    @QueryParam("language")
    @Nullable String language;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    int from() {
        return number("from", from);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    int to() {
        return number("to", to);
    }

    private static int number(String parameter, @Nullable String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,8}")) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, parameter, "must be the number of a version: from=1&to=2");
        }
        return Integer.parseInt(text);
    }
}
