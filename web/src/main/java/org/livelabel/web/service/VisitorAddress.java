package org.livelabel.web.service;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * Says for whom we ask, as a proxy does: so the registry counts visitors and not us. It believes us if it is told to trust the
 * network that we are in, and what stands before our own addition if it trusts the proxy in front of us as well.
 */
@Provider
public class VisitorAddress implements ClientRequestFilter {
    private static final String HEADER = "X-Forwarded-For";

    private final CurrentVertxRequest current;

    VisitorAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ClientRequestContext call) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        RoutingContext page = current.getCurrent();
        if (page != null && page.request().remoteAddress() != null) {
            call.getHeaders().putSingle(HEADER, chain(page.request()));
        }
    }

    private static String chain(HttpServerRequest page) {
        List<String> addresses = new ArrayList<>(page.headers().getAll(HEADER));
        addresses.add(page.remoteAddress().hostAddress());
        return String.join(", ", addresses);
    }
}
