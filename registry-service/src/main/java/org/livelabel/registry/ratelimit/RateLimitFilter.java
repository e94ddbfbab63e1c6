package org.livelabel.registry.ratelimit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests of callers without a valid token, and tells them what they have left. */
@Provider
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Tokens are checked in memory; only the identity server's keys may have to be fetched first. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(3);
    /** How many requests may wait for that at once. */
    private static final int CHECKS = 32;
    /** For a place among them: a burst goes by in less, an identity server that hangs does not. */
    private static final Duration BURST = Duration.ofMillis(50);

    private final Semaphore checks = new Semaphore(CHECKS);

    @Inject
    ResourceInfo resource;

    @Inject
    CurrentVertxRequest current;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    ClientAddress addresses;

    @Inject
    Quota quota;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(Unmetered.class) || hasToken(request)) {
            return;
        }
        String caller = addresses.counted(current.getCurrent().request());
        if (caller != null) {
            Costs costs = resource.getResourceClass().getAnnotation(Costs.class);
            quota.begin(caller, costs == null ? 1 : costs.most());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        quota.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    }

    /** A bad token is as good as none, and so is one that cannot be checked now: a public read does not fail because of it. */
    private boolean hasToken(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return false;
        }
        try {
            if (!checks.tryAcquire(BURST.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return !identity.getDeferredIdentity().await().atMost(LONGEST_CHECK).isAnonymous();
        } catch (RuntimeException e) {
            return false;
        } finally {
            checks.release();
        }
    }
}
