package org.livelabel.registry.wiring;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** An address can write U+0000, the database cannot hold it, and nothing here is called so. */
@Provider
@PreMatching
public class NoNul implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getRequestUri().toString().contains("%00")) {
            return;
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (holdsNul(name) || values.stream().anyMatch(NoNul::holdsNul)) {
                throw Problem.at(ProblemType.INVALID_PARAMETER, name, "holds the character U+0000; remove it");
            }
        });
        if (holdsNul(request.getUriInfo().getPath())) {
            throw Problem.of(
                    ProblemType.NOT_FOUND, "The address holds the character U+0000. Nothing here is called so.");
        }
    }

    private static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
