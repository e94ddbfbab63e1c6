package org.livelabel.registry.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.livelabel.registry.wiring.RegistrySettings;
import org.livelabel.registry.wiring.Sha256;

/** One bucket for each address that asked lately. A restart forgets them all; each replica counts for itself. */
@ApplicationScoped
class Buckets {
    /** Some 30 MB at most. Who can use more addresses than this is not held up by counting addresses. */
    private static final int MOST = 100_000;
    /** What one subscriber is usually given, so that it counts as one caller. */
    private static final int IPV6_BYTES = 8;

    private final byte[] salt = new byte[32];
    private final LoadingCache<String, Bucket> buckets;
    private final int quota;
    private final Duration window;

    @Inject
    Buckets(RegistrySettings settings, Clock clock, RandomGenerator chance) {
        quota = settings.rateLimit().quota();
        window = settings.rateLimit().window();
        chance.nextBytes(salt);
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

    Bucket of(InetAddress address) {
        byte[] bytes = address.getAddress();
        var digest = Sha256.digest();
        digest.update(salt);
        digest.update(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_BYTES));
        return buckets.get(HexFormat.of().formatHex(digest.digest(), 0, 16));
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
