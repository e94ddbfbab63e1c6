package org.livelabel.label;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock in tests: it stands until a test sets it. */
public final class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-22T10:04:00Z");
    public static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-22T23:59:59Z");
    public static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-23T00:00:01Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);
    private static final AtomicInteger READS_LEFT = new AtomicInteger();
    private static volatile boolean night;

    /** Two seconds pass between the {@code reads}th time that somebody looks from now on and the next. */
    public static void passesMidnightAfter(int reads) {
        READS_LEFT.set(reads);
        night = true;
    }

    public static void set(String instant) {
        NOW.set(Instant.parse(instant));
    }

    public static void reset() {
        night = false;
        NOW.set(START);
    }

    @Override
    public Instant instant() {
        if (night) {
            return READS_LEFT.getAndDecrement() > 0 ? BEFORE_MIDNIGHT : AFTER_MIDNIGHT;
        }
        return NOW.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Mock
    @ApplicationScoped
    public static class Producer {
        @Produces
        @Singleton
        Clock clock() {
            return new TestClock();
        }
    }
}
