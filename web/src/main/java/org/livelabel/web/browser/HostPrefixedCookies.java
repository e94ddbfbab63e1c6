package org.livelabel.web.browser;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livelabel.web.wiring.WebSettings;

/**
 * Where pages go over TLS, the sign-in cookies carry the {@code __Host-} prefix (RFC 6265bis, 4.1.3.2), so that no
 * sibling host can plant one. Quarkus fixes their names, hence the renaming on the way in and out.
 */
@ApplicationScoped
class HostPrefixedCookies {
    static final String PREFIX = "__Host-";
    private static final String OURS = "q_";

    private final WebSettings settings;

    HostPrefixedCookies(WebSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        if (settings.secure()) {
            filters.register(this::rename, Integer.MAX_VALUE);
        }
    }

    private void rename(RoutingContext context) {
        List<String> received = context.request().headers().getAll(HttpHeaders.COOKIE);
        if (!received.isEmpty()) {
            context.request().headers().set(HttpHeaders.COOKIE, inbound(received));
        }
        context.addHeadersEndHandler(done -> outbound(context));
        context.next();
    }

    /** Takes the prefix off; a cookie of ours that comes without it was not set by us and is dropped. */
    static String inbound(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(OURS))
                .map(cookie -> cookie.startsWith(PREFIX + OURS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    private static void outbound(RoutingContext context) {
        HttpServerResponse response = context.response();
        for (Cookie cookie : new ArrayList<>(context.request().cookies())) {
            if (cookie instanceof ServerCookie changed
                    && changed.isChanged()
                    && cookie.getName().startsWith(OURS)) {
                response.removeCookie(cookie.getName(), false);
                response.addCookie(Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(changed.getMaxAge()));
            }
        }
    }
}
