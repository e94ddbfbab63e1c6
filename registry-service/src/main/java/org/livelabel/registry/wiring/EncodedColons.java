package org.livelabel.registry.wiring;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Many clients write the colon of {@code draft:publish} as %3A. Both mean the same here. */
@Provider
@PreMatching
public class EncodedColons implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.contains("%3A") || path.contains("%3a")) {
            String uri = request.getUriInfo().getRequestUri().toString();
            String query = request.getUriInfo().getRequestUri().getRawQuery();
            int end = query == null ? uri.length() : uri.indexOf('?');
            request.setRequestUri(
                    URI.create(uri.substring(0, end).replace("%3A", ":").replace("%3a", ":") + uri.substring(end)));
        }
    }
}
