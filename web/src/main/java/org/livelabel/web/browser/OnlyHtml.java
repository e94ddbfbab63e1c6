package org.livelabel.web.browser;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Every page is HTML and nothing else, so whatever else is asked for, or cannot be read, is disregarded (RFC 9110, 12.5.1
 * and 15.5.7): a visitor gets the page, not a refusal. Who asks for JSON only is told of errors in JSON. Pages are UTF-8 and
 * say so, whoever made them: of a response that holds a template, Quarkus drops it.
 */
@ApplicationScoped
class OnlyHtml {
    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
                    if (accept != null && accept.contains("json") && !accept.contains("html")) {
                        context.request().headers().set(HttpHeaders.ACCEPT, "application/json, */*;q=0.1");
                    } else {
                        context.request().headers().set(HttpHeaders.ACCEPT, "text/html, */*;q=0.1");
                    }
                    context.addHeadersEndHandler(
                            done -> nameCharacters(context.response().headers()));
                    context.next();
                },
                900);
    }

    private static void nameCharacters(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/html")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        }
    }
}
