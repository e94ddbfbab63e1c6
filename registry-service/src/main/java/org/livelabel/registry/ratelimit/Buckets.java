package org.livelabel.registry.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.livelabel.registry.wiring.RegistrySettings;

/** One bucket for each address that asked lately. A restart forgets them all; each replica counts for itself. */
@ApplicationScoped
class Buckets {
    /** Some 30 MB at most. Who can use more addresses than this is not held up by counting addresses. */
    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;
    private final int quota;
    private final Duration window;

    Buckets(RegistrySettings settings, Clock clock) {
        quota = settings.rateLimit().quota();
        window = settings.rateLimit().window();
        TimeMeter meter = new ClockMeter(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                // untouched for so long, it would be full again
                .expireAfterAccess(window)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /** How many addresses it counts at the moment. */
    long size() {
        return buckets.estimatedSize();
    }

    Bucket of(String caller) {
        return buckets.get(caller);
    }

    int quota() {
        return quota;
    }

    Duration window() {
        return window;
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
