package org.livelabel.registry.ratelimit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.livelabel.conduct.problem.IdentityServerAway;

/**
 * Counts the requests of callers without a valid token, and tells them what they have left. Whose token cannot be checked is
 * counted by its address as well, but is never told that it had none.
 */
@Provider
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Tokens are checked in memory; only the identity server's keys may have to be fetched first. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(3);
    /** How many requests may wait for that at once. */
    private static final int CHECKS = 32;
    /** For a place among them: a burst goes by in less, an identity server that hangs does not. */
    private static final Duration BURST = Duration.ofMillis(50);

    private enum Token {
        /** None, or a bad one, which is as good as none. */
        NONE,
        VALID,
        /** The identity server, of which a key is needed, does not answer. */
        UNCHECKED
    }

    private final Semaphore checks = new Semaphore(CHECKS);

    private final ResourceInfo resource;
    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identity;
    private final ClientAddress addresses;
    private final Quota quota;

    RateLimitFilter(
            ResourceInfo resource,
            CurrentVertxRequest current,
            CurrentIdentityAssociation identity,
            ClientAddress addresses,
            Quota quota) {
        this.resource = resource;
        this.current = current;
        this.identity = identity;
        this.addresses = addresses;
        this.quota = quota;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(Unmetered.class)) {
            return;
        }
        Token token = token(request);
        String caller = token == Token.VALID
                ? null
                : addresses.counted(current.getCurrent().request());
        if (caller != null) {
            Costs costs = resource.getResourceClass().getAnnotation(Costs.class);
            quota.begin(caller, costs == null ? 1 : costs.most(), token == Token.NONE);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        quota.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    }

    private Token token(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return Token.NONE;
        }
        CompletableFuture<SecurityIdentity> check =
                identity.getDeferredIdentity().subscribeAsCompletionStage();
        // most are checked by now: nobody takes a place, or is refused one, whose key is known
        return check.isDone() || waited(check) ? outcome(check) : Token.UNCHECKED;
    }

    private boolean waited(CompletableFuture<SecurityIdentity> check) {
        try {
            if (!checks.tryAcquire(BURST.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            try {
                check.get(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException e) {
                return true;
            } finally {
                checks.release();
            }
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Token outcome(CompletableFuture<SecurityIdentity> check) {
        if (check.isCompletedExceptionally()) {
            return IdentityServerAway.causes(check.exceptionNow()) ? Token.UNCHECKED : Token.NONE;
        }
        return check.join().isAnonymous() ? Token.NONE : Token.VALID;
    }
}
