package org.livelabel.registry.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs with the real clock, some time away from it, unless it is stopped. */
public class TestClock extends Clock {
    private static volatile Duration offset = Duration.ZERO;
    private static volatile Instant stoppedAt;

    public static void set(Instant instant) {
        stoppedAt = null;
        offset = Duration.between(Instant.now(), instant);
    }

    /** Stands still: for the second before a boundary, which a running clock would leave. */
    public static void stop(Instant instant) {
        set(instant);
        stoppedAt = instant;
    }

    public static void reset() {
        offset = Duration.ZERO;
        stoppedAt = null;
    }

    /** How far this clock is ahead. */
    public static Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? Instant.now().plus(offset) : stopped;
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
    static class Producer {
        @Produces
        @Singleton
        @Mock
        Clock clock() {
            return new TestClock();
        }
    }
}
