package org.livelabel.registry.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * By worker: {@code livelabel_worker_pieces_total} and {@code livelabel_worker_failures_total}, {@code livelabel_worker_alive}
 * (1 or 0), and when it last got through ({@code livelabel_worker_last_success_timestamp_seconds}).
 */
@ApplicationScoped
class WorkerMetrics {
    private final List<Background> workers;
    private final Clock clock;

    WorkerMetrics(@All List<Background> workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        workers.forEach(worker -> {
            FunctionCounter.builder("livelabel.worker.pieces", worker, Background::pieces)
                    .tag("worker", worker.name())
                    .register(registry);
            FunctionCounter.builder("livelabel.worker.failures", worker, Background::failures)
                    .tag("worker", worker.name())
                    .register(registry);
            Gauge.builder("livelabel.worker.alive", worker, w -> w.isAlive() ? 1 : 0)
                    .tag("worker", worker.name())
                    .register(registry);
            Gauge.builder("livelabel.worker.last.success.timestamp", worker, this::lastSuccess)
                    .tag("worker", worker.name())
                    .baseUnit("seconds")
                    .register(registry);
        });
    }

    private double lastSuccess(Background worker) {
        Duration since = worker.sinceSuccess();
        return since == null ? Double.NaN : clock.instant().minus(since).toEpochMilli() / 1000.0;
    }
}
