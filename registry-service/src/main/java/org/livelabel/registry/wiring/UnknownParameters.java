package org.livelabel.registry.wiring;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.contract.KnownParameters;
import org.livelabel.registry.problem.ProblemType;

/** No address takes a query parameter that it does not know, or one that it reads once twice. */
public class UnknownParameters {
    private final KnownParameters known = new KnownParameters();

    @ServerRequestFilter
    public void refuse(ResourceInfo resource, UriInfo uri) {
        known.flaw(resource, uri.getQueryParameters()).ifPresent(flaw -> {
            throw Problem.at(ProblemType.INVALID_PARAMETER, flaw.name(), flaw.remedy());
        });
    }
}
