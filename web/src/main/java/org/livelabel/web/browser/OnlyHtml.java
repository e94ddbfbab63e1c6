package org.livelabel.web.browser;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Every page is HTML and nothing else, so whatever else is asked for, or cannot be read, is disregarded (RFC 9110, 12.5.1
 * and 15.5.7): a visitor gets the page, not a refusal.
 */
@ApplicationScoped
class OnlyHtml {
    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.request().headers().remove(HttpHeaders.ACCEPT);
                    context.next();
                },
                900);
    }
}
