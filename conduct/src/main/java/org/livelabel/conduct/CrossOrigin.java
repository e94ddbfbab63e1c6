package org.livelabel.conduct;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets other sites read what is public (the Fetch standard's CORS protocol). Always with {@code *}: no answer depends on who
 * asks, and none is given to a script together with somebody's session. {@code Authorization} is no header they may send.
 */
@ApplicationScoped
class CrossOrigin {
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
    private static final String HEADERS =
            "Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since, Range";

    private final boolean reads;
    private final Set<String> questions;
    private final String exposed;

    CrossOrigin(CrossOriginSettings settings) {
        reads = settings.reads();
        questions = settings.questions().orElse(Set.of());
        exposed = settings.exposed();
    }

    void register(@Observes Filters filters) {
        if (reads) {
            filters.register(this::answer, Integer.MAX_VALUE - 20);
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(REQUESTED_METHOD)) {
            preflight(context);
            return;
        }
        context.addHeadersEndHandler(done -> {
            MultiMap headers = context.response().headers();
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        });
        context.next();
    }

    /** Many clients write a colon as %3A. */
    private static String path(RoutingContext context) {
        return context.normalizedPath().replace("%3A", ":").replace("%3a", ":");
    }

    private void preflight(RoutingContext context) {
        context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                        questions.contains(path(context)) ? "GET, HEAD, POST" : "GET, HEAD")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
                .end();
    }
}
