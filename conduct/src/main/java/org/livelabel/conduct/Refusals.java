package org.livelabel.conduct;

import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.RejectedExecutionException;
import org.livelabel.conduct.problem.FailedRequests;

/** Refuses what no endpoint took or could be asked: with a problem document, or with a page where the service has one. */
@ApplicationScoped
class Refusals {
    /** After everything that Quarkus brings but its own last resort. */
    private static final int LATE = 1_000_000;

    private final Instance<ErrorPage> page;
    private final RefusalCounter counter;

    Refusals(Instance<ErrorPage> page, RefusalCounter counter) {
        this.page = page;
        this.counter = counter;
    }

    void register(@Observes Router router) {
        router.route().order(LATE).handler(context -> refuse(context, Refusal.of(404)));
        router.route().order(LATE).failureHandler(this::failed);
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(done -> complete(context.response()));
                    context.next();
                },
                Integer.MAX_VALUE);
    }

    private static void complete(HttpServerResponse response) {
        response.headers().set("X-Content-Type-Options", "nosniff");
        // a cache may keep some refusals without being told so (RFC 9110, 15.1), and tomorrow there may be something
        if (response.getStatusCode() >= 400 && !response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    void refuse(RoutingContext context, Refusal refusal) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        counter.count(refusal.type());
        response.setStatusCode(refusal.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // what fails before our filters has nobody else to do it
        complete(response);
        if (refusal.status() == 503) {
            response.putHeader("Retry-After", "5");
        }
        if (page.isResolvable() && accepts(context, "text/html")) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(page.get().html(refusal.status(), context));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Refusal.MEDIA_TYPE).end(refusal.json());
        }
    }

    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            // Quarkus knows which challenge to send
            context.next();
        } else if (failure instanceof RejectedExecutionException) {
            refuse(context, Refusal.BUSY);
        } else if (failure == null || context.statusCode() >= 400 && context.statusCode() < 500) {
            refuse(context, Refusal.of(Math.max(400, context.statusCode())));
        } else {
            FailedRequests.log(500, failure);
            refuse(context, Refusal.of(500));
        }
    }

    private static boolean accepts(RoutingContext context, String mediaType) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(mediaType);
    }
}
