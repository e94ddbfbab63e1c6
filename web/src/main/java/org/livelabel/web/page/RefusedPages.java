package org.livelabel.web.page;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.livelabel.conduct.ErrorPage;

/** What browsers see where no page of ours was asked. That may be before anything else has begun with the request. */
@ApplicationScoped
class RefusedPages implements ErrorPage {
    private final CurrentVertxRequest current;
    private final Clock clock;

    RefusedPages(CurrentVertxRequest current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String html(int status, RoutingContext request) {
        ManagedContext scope = Arc.container().requestContext();
        boolean begun = scope.isActive();
        if (!begun) {
            scope.activate();
        }
        try {
            current.setCurrent(request);
            Moment.beginIfNew(request, clock);
            return String.valueOf(ErrorPages.of(status).getEntity());
        } finally {
            if (!begun) {
                scope.terminate();
            }
        }
    }
}
