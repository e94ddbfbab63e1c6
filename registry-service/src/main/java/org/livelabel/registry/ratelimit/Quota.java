package org.livelabel.registry.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** What the caller of this request may still ask. Without a beginning, as for members, everything is allowed. */
@RequestScoped
public class Quota {
    /** A name for the policy, quoted as a structured field's string. */
    private static final String POLICY = "\"anonymous\"";

    /** In seconds. */
    private static final long MOMENT = 5;

    private final Buckets buckets;

    private @Nullable Bucket bucket;
    private @Nullable ConsumptionProbe state;
    private long spent;
    private long most = 1;
    private boolean anonymous;

    Quota(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * @param most what the request may cost in all
     * @param anonymous false if there is a token that cannot be checked right now
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #spend}
     */
    void begin(String caller, long most, boolean anonymous) {
        bucket = buckets.of(caller);
        this.most = most;
        this.anonymous = anonymous;
        spend(1);
    }

    /**
     * A request counts as one; what asks for much says here how much more.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 if that is more than is left; 503 if a token might allow it that
     *     nobody can check
     */
    public void spend(long units) {
        if (bucket == null || units <= 0) {
            return;
        }
        // never more than a full bucket holds: it would be refused for ever
        long more = Math.min(units, buckets.quota() - spent);
        if (more <= 0) {
            return;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(more);
        state = probe;
        if (probe.isConsumed()) {
            spent += more;
        } else {
            // who comes back pays for everything anew
            long again = Math.min(spent == 0 ? most : spent + more, buckets.quota());
            long wait = seconds(bucket.estimateAbilityToConsume(again).getNanosToWaitForRefill());
            throw anonymous ? refusal(wait) : unchecked(wait);
        }
    }

    private HttpProblem refusal(long wait) {
        return Problem.withHeader(
                ProblemType.RATE_LIMITED,
                "Without a token your address may ask %d times in %d seconds. Try again in %d seconds; the feed and the export are not counted."
                        .formatted(buckets.quota(), buckets.window().toSeconds(), wait),
                "Retry-After",
                Long.toString(wait));
    }

    /** The identity server may be back long before the address has something left. */
    private static HttpProblem unchecked(long wait) {
        return Problem.withHeader(
                ProblemType.AUTHORITY_UNAVAILABLE,
                "Your token cannot be checked right now, and what your address may ask without one is used up. Try again in a"
                        + " moment.",
                "Retry-After",
                Long.toString(Math.min(wait, MOMENT)));
    }

    /** Empty if the caller is not counted. */
    Map<String, String> headers() {
        if (state == null) {
            return Map.of();
        }
        return Map.of(
                "RateLimit-Policy",
                        POLICY + ";q=" + buckets.quota() + ";w="
                                + buckets.window().toSeconds(),
                "RateLimit",
                        POLICY + ";r=" + state.getRemainingTokens() + ";t=" + seconds(state.getNanosToWaitForReset()));
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
