package org.livelabel.registry.authority;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.AuthorityMetrics.Outcome;
import org.livelabel.registry.problem.ProblemType;

/**
 * Remembers an answer for as long as it is believed; a failure is not remembered. However slow account-service or the identity
 * server are, no more than {@link #AT_ONCE} requests wait for them: the others, and all public reads, are answered at once.
 */
@ApplicationScoped
class AuthorizationSource {
    static final int AT_ONCE = 32;
    /** For a place: a burst goes by in less, a service that hangs does not. */
    private static final Duration BURST = Duration.ofMillis(50);
    /** For our own token and for the answer, together. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Cache<String, Authorizations> known = Caffeine.newBuilder()
            .expireAfterWrite(Membership.BELIEVED)
            .maximumSize(10_000)
            .build();
    private final ConcurrentMap<String, CompletableFuture<Authorizations>> asking = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    private final AccountService accountService;
    private final Clock clock;
    private final AuthorityMetrics metrics;

    AuthorizationSource(@RestClient AccountService accountService, Clock clock, AuthorityMetrics metrics) {
        this.accountService = accountService;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @throws HttpProblem 503 if nobody can say */
    Authorizations of(String subject) {
        long began = System.nanoTime();
        Authorizations remembered = known.getIfPresent(subject);
        if (remembered != null && remembered.isBelievedAt(clock.instant())) {
            metrics.ended(Outcome.CACHED, began);
            return remembered;
        }
        if (!takePlace()) {
            metrics.ended(Outcome.BUSY, began);
            throw unavailable("5");
        }
        try {
            return answerTo(subject);
        } finally {
            places.release();
        }
    }

    /** Of several requests of one person one asks, and the others share what comes of it: an answer or none. */
    private Authorizations answerTo(String subject) {
        CompletableFuture<Authorizations> mine = new CompletableFuture<>();
        CompletableFuture<Authorizations> asked = asking.putIfAbsent(subject, mine);
        if (asked != null) {
            long began = System.nanoTime();
            Outcome outcome = Outcome.FAILED;
            try {
                Authorizations answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                outcome = Outcome.SHARED;
                return answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unavailable("5");
            } catch (TimeoutException e) {
                outcome = Outcome.TIMEOUT;
                throw unavailable("30");
            } catch (ExecutionException e) {
                throw unavailable("30");
            } finally {
                metrics.ended(outcome, began);
            }
        }
        try {
            Authorizations answer = ask(subject);
            known.put(subject, answer);
            mine.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.remove(subject, mine);
        }
    }

    /** What was remembered; tests need not wait until it is out of date. */
    void forget() {
        known.invalidateAll();
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(BURST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Authorizations ask(String subject) {
        Instant asked = clock.instant();
        long began = System.nanoTime();
        try {
            Authorizations answer = accountService
                    .authorizations(subject)
                    // our own token had just run out, or was taken back; the client forgets it at this answer
                    .onFailure(AuthorizationSource::isUnauthorized)
                    .retry()
                    .atMost(1)
                    .await()
                    .atMost(PATIENCE)
                    .askedAt(asked);
            metrics.ended(Outcome.ANSWERED, began);
            return answer;
        } catch (RuntimeException e) {
            metrics.ended(Outcome.of(e), began);
            Log.warnf("account-service does not answer: %s", e.getClass().getSimpleName());
            throw unavailable("30");
        }
    }

    private static boolean isUnauthorized(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 401;
    }

    private static HttpProblem unavailable(String retryAfter) {
        return Problem.withHeader(
                ProblemType.AUTHORITY_UNAVAILABLE,
                "Nothing was changed. Try again in a minute. Reading works meanwhile.",
                "Retry-After",
                retryAfter);
    }
}
