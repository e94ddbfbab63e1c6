package org.livelabel.registry.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs with the real clock, some time away from it, unless it is stopped. */
public class TestClock extends Clock {
    private static volatile Duration offset = Duration.ZERO;
    private static volatile Instant stoppedAt;
    private static volatile Duration tick = Duration.ZERO;

    public static void set(Instant instant) {
        stoppedAt = null;
        tick = Duration.ZERO;
        offset = Duration.between(Instant.now(), instant);
    }

    /** Stands still: for the second before a boundary, which a running clock would leave. */
    public static void stop(Instant instant) {
        set(instant);
        stoppedAt = instant;
    }

    /** Goes on only when somebody looks, by the same step each time: so that a boundary comes between two looks. */
    public static void tick(Instant first, Duration step) {
        stop(first);
        tick = step;
    }

    public static void reset() {
        tick = Duration.ZERO;
        offset = Duration.ZERO;
        stoppedAt = null;
    }

    public static LocalDate today() {
        return LocalDate.now(new TestClock());
    }

    /** How far this clock is ahead. */
    public static Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        synchronized (TestClock.class) {
            Instant stopped = stoppedAt;
            if (stopped != null) {
                stoppedAt = stopped.plus(tick);
            }
            return stopped == null ? Instant.now().plus(offset) : stopped;
        }
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
