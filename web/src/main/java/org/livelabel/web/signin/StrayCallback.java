package org.livelabel.web.signin;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.page.ErrorPages;

/**
 * Stops an answer of the identity server that belongs to no sign-in of this browser. Beginning a new one in its place
 * would go round for ever in a browser that takes no cookies, and would hide that somebody sent a stranger's code.
 */
class StrayCallback {
    static final String STATE_COOKIE = "q_auth_";

    private final SignInMetrics metrics;

    StrayCallback(SignInMetrics metrics) {
        this.metrics = metrics;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable Response stop(ContainerRequestContext request) {
        String state = request.getUriInfo().getQueryParameters().getFirst("state");
        boolean callback = request.getUriInfo().getPath().equals("/oidc/callback");
        if (!callback || state == null || request.getCookies().containsKey(STATE_COOKIE + state)) {
            return null;
        }
        metrics.count(SignInMetrics.Outcome.STRAY);
        return ErrorPages.signInIncomplete();
    }
}
