package org.livelabel.conduct;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Hands a large body to its endpoint as the stream that it expects, and closes it when the endpoint is done. */
@Provider
public class LargeBodyFilter implements ContainerRequestFilter {
    private final CurrentVertxRequest current;

    LargeBodyFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        BodyFile file = current.getCurrent().get(Bodies.LARGE);
        if (file != null) {
            Optional<InputStream> body = file.read();
            if (body.isEmpty()) {
                // its sender has gone, so that nobody reads this
                request.abortWith(Response.status(Response.Status.BAD_REQUEST).build());
                return;
            }
            request.setEntityStream(body.get());
            ResteasyReactiveRequestContext whole = (ResteasyReactiveRequestContext)
                    ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
            whole.registerCompletionCallback(failure -> file.close());
        }
    }
}
