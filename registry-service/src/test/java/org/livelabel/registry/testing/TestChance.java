package org.livelabel.registry.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Chance as it is, unless it is told to give the same each time. */
public final class TestChance {
    private static final RandomGenerator REAL = new SecureRandom();
    private static volatile @Nullable Random repeated;

    private TestChance() {}

    /** From now on ids and draws follow from the seed alone. */
    public static void repeat(String seed) {
        repeated = new Random(seed.hashCode());
    }

    public static void reset() {
        repeated = null;
    }

    private static long next() {
        Random random = repeated;
        return random == null ? REAL.nextLong() : random.nextLong();
    }

    /** Random as far as RFC 9562 lets it be: version 4. */
    private static UUID id() {
        return new UUID(next() & ~0xF000L | 0x4000L, next() >>> 2 | Long.MIN_VALUE);
    }

    @Mock
    static class Producer {
        @Produces
        @Singleton
        @Mock
        Supplier<UUID> newIds() {
            return TestChance::id;
        }

        @Produces
        @Singleton
        @Mock
        RandomGenerator chance() {
            return TestChance::next;
        }
    }
}
