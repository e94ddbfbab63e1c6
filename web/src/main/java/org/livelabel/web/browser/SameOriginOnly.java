package org.livelabel.web.browser;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.wiring.WebSettings;

/**
 * Takes a form only from our own pages. Every browser of today sends {@code Origin} with a POST; where it is missing,
 * {@code Sec-Fetch-Site} must say so. SameSite cookies are the second fence.
 */
@Provider
@PreMatching
class SameOriginOnly implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    // filters are made while the application is built, before there are settings
    private final Instance<WebSettings> settings;

    SameOriginOnly(Instance<WebSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod())
                && !sameOrigin(
                        request.getHeaderString("Origin"),
                        request.getHeaderString("Sec-Fetch-Site"),
                        WebSettings.origin(settings.get().publicUrl()))) {
            throw new ForbiddenException("sent from another site");
        }
    }

    static boolean sameOrigin(@Nullable String origin, @Nullable String fetchSite, String ours) {
        return origin == null ? "same-origin".equals(fetchSite) : origin.equals(ours);
    }
}
