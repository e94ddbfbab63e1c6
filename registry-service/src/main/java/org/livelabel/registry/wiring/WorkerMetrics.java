package org.livelabel.registry.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** {@code livelabel_worker_failures_total} and {@code livelabel_worker_alive} (1 or 0), by worker. */
@ApplicationScoped
class WorkerMetrics {
    private final List<Background> workers;

    WorkerMetrics(@All List<Background> workers) {
        this.workers = workers;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        workers.forEach(worker -> {
            FunctionCounter.builder("livelabel.worker.failures", worker, Background::failures)
                    .tag("worker", worker.name())
                    .register(registry);
            Gauge.builder("livelabel.worker.alive", worker, w -> w.isAlive() ? 1 : 0)
                    .tag("worker", worker.name())
                    .register(registry);
        });
    }
}
