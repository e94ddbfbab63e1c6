package org.livelabel.account.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** {@code livelabel_outbox_delivery_seconds}: how long an attempt took, our own token included, by how it ended. */
@Startup
@ApplicationScoped
class DeliveryMetrics {
    private final Map<Outcome.Result, Timer> timers = new EnumMap<>(Outcome.Result.class);

    DeliveryMetrics(MeterRegistry metrics) {
        for (Outcome.Result result : Outcome.Result.values()) {
            timers.put(
                    result,
                    metrics.timer(
                            "livelabel.outbox.delivery",
                            "outcome",
                            result.name().toLowerCase(Locale.ROOT)));
        }
    }

    Outcome timed(Supplier<Outcome> attempt) {
        long began = System.nanoTime();
        Outcome outcome = attempt.get();
        Objects.requireNonNull(timers.get(outcome.result())).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return outcome;
    }
}
