package org.livelabel.web;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Web's clock in tests: the machine's, until a test lets midnight pass. */
public final class TestClock extends Clock {
    static final Instant BEFORE = Instant.parse("2026-11-22T23:59:59Z");
    static final Instant AFTER = Instant.parse("2026-11-23T00:00:01Z");

    private static final AtomicInteger READS_LEFT = new AtomicInteger();
    private static volatile boolean night;

    /** Two seconds pass between the {@code reads}th time that somebody looks from now on and the next. */
    static void passesMidnightAfter(int reads) {
        READS_LEFT.set(reads);
        night = true;
    }

    static void staysBeforeMidnight() {
        passesMidnightAfter(Integer.MAX_VALUE);
    }

    static void reset() {
        night = false;
    }

    @Override
    public Instant instant() {
        if (!night) {
            return Clock.systemUTC().instant();
        }
        return READS_LEFT.getAndDecrement() > 0 ? BEFORE : AFTER;
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
