package org.livelabel.account.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.livelabel.conduct.RefusalCounter;

/** Counts every problem that is the answer to a request, whoever made it. */
@Provider
public class CountedProblems implements ContainerResponseFilter {
    private final RefusalCounter refusals;

    CountedProblems(RefusalCounter refusals) {
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            refusals.count(problem.getType());
        }
    }
}
