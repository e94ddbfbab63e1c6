package org.livelabel.account.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.livelabel.conduct.DatabaseGauges;

/**
 * {@code livelabel_worker_…} as in the other services; how many commands wait, for how long the registry has not been told
 * something, and how many commands it refused for good: whoever watches has to look why.
 */
@ApplicationScoped
class OutboxMetrics {
    private final OutboxWorker worker;
    private final Clock clock;

    OutboxMetrics(OutboxWorker worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry, DatabaseGauges gauges) {
        FunctionCounter.builder("livelabel.worker.failures", worker, OutboxWorker::failures)
                .tag("worker", "outbox")
                .register(registry);
        Gauge.builder("livelabel.worker.alive", worker, w -> w.isAlive() ? 1 : 0)
                .tag("worker", "outbox")
                .register(registry);
        Gauge.builder("livelabel.worker.last.success.timestamp", worker, this::lastSuccess)
                .tag("worker", "outbox")
                .baseUnit("seconds")
                .register(registry);
        gauges.register(
                List.of("livelabel.outbox.waiting", "livelabel.outbox.lag.seconds", "livelabel.outbox.refused"),
                """
                select count(*) filter (where refused_at is null),
                  coalesce(extract(epoch from ? - min(written_at) filter (where refused_at is null)), 0),
                  count(*) filter (where refused_at is not null)
                from outbox_command where delivered_at is null""",
                List.of(clock::instant));
    }

    private double lastSuccess(OutboxWorker outbox) {
        Duration since = outbox.sinceSuccess();
        return since == null ? Double.NaN : clock.instant().minus(since).toEpochMilli() / 1000.0;
    }
}
