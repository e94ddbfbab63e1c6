package org.livelabel.label.page;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.livelabel.contract.KnownParameters;

/**
 * No data address takes a query parameter that it does not know, or one that it reads once twice. Pages and the resolver take any: whoever prints a code may
 * add some, and GS1 Digital Link wants them handed on.
 */
public class UnknownParameters {
    private final KnownParameters known = new KnownParameters();

    @ServerRequestFilter
    public void refuse(ResourceInfo resource, UriInfo uri) {
        String path = uri.getPath();
        if (path.endsWith(".json") || path.endsWith(".svg") || path.endsWith(".png")) {
            known.flaw(resource, uri.getQueryParameters()).ifPresent(flaw -> {
                throw RefusedException.ofData(Refusal.invalidParameter(flaw.name(), flaw.remedy()));
            });
        }
    }
}
