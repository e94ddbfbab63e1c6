package org.livelabel.label;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock in tests: it stands until a test sets it. */
public final class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-22T10:04:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

    public static void set(String instant) {
        NOW.set(Instant.parse(instant));
    }

    public static void reset() {
        NOW.set(START);
    }

    @Override
    public Instant instant() {
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
