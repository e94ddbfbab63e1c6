package org.livelabel.registry.authority;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code livelabel_authority_seconds}: how long it took to learn what a person may do, by how that ended. */
@Startup
@ApplicationScoped
class AuthorityMetrics {
    enum Outcome {
        /** Known for five seconds at most. */
        CACHED,
        /** Somebody else was asking for the same person, and got an answer. */
        SHARED,
        ANSWERED,
        FAILED,
        TIMEOUT,
        /** As many were asking as may. */
        BUSY;

        static Outcome of(RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.util.concurrent.TimeoutException
                        || cause instanceof io.smallrye.mutiny.TimeoutException) {
                    return TIMEOUT;
                }
            }
            return FAILED;
        }
    }

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    AuthorityMetrics(MeterRegistry metrics) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    metrics.timer(
                            "livelabel.authority", "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** @param began by {@link System#nanoTime()} */
    void ended(Outcome outcome, long began) {
        Objects.requireNonNull(timers.get(outcome)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
}
