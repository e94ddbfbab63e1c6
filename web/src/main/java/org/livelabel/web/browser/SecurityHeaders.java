package org.livelabel.web.browser;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.livelabel.conduct.UtcDay;
import org.livelabel.web.page.Moment;
import org.livelabel.web.wiring.WebSettings;

/**
 * What every answer carries, error pages and redirects included. Public pages may be kept for a minute, never past
 * midnight UTC, because the state they show changes then; what a signed-in person sees is not kept at all.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final List<String> SIGNED_IN = List.of("/account", "/my-organisation", "/oidc");
    /** The whole, a part of it, and that it is as it was: a 304 says of it what the 200 would (RFC 9110, 15.4.5). */
    private static final Set<Integer> KEPT = Set.of(200, 206, 304);

    private final WebSettings settings;
    private final Clock clock;
    private final Duration filesFresh;

    SecurityHeaders(
            WebSettings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.static-resources.max-age") Duration filesFresh) {
        this.settings = settings;
        this.clock = clock;
        this.filesFresh = filesFresh;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    Instant now = Moment.begin(context, clock);
                    context.addHeadersEndHandler(done -> write(context, now));
                    context.next();
                },
                1000);
    }

    private void write(RoutingContext context, Instant now) {
        String path = context.normalizedPath();
        MultiMap headers = context.response().headers();
        boolean signedIn = SIGNED_IN.stream().anyMatch(path::startsWith);
        // the pages of problem types bring their own, which names their one style sheet
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", policy(signedIn));
        }
        headers.set("X-Content-Type-Options", "nosniff");
        // under no-referrer browsers say "Origin: null" with our own forms too, and those would be refused
        headers.set("Referrer-Policy", signedIn ? "same-origin" : "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (settings.secure()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        int status = context.response().getStatusCode();
        if (signedIn || !KEPT.contains(status)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL, status == 304 ? ofFiles() : UtcDay.cacheControl(UtcDay.of(now), now));
        }
    }

    private String policy(boolean signedIn) {
        // signing out sends a form here, which is answered with a redirect to the identity server
        String forms =
                signedIn ? "'self' " + WebSettings.origin(settings.identity().url()) : "'self'";
        return "default-src 'none'; style-src 'self'; img-src 'self' " + WebSettings.origin(settings.labelUrl())
                + "; form-action " + forms + "; base-uri 'none'; frame-ancestors 'none'";
    }

    /** What Vert.x sends with a file, and leaves out where the file is known already; pages have nothing to be known by. */
    private String ofFiles() {
        return "public, immutable, max-age=" + filesFresh.toSeconds();
    }
}
