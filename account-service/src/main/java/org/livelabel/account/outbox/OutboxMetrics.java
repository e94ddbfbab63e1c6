package org.livelabel.account.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code livelabel_worker_failures_total} and {@code livelabel_worker_alive}, as in the other services, and for how long the
 * registry has not been told something ({@code livelabel_outbox_lag_seconds}), and how many commands it refused for good
 * ({@code livelabel_outbox_refused}).
 */
@ApplicationScoped
class OutboxMetrics {
    private final OutboxWorker worker;
    private final OutboxStore store;

    OutboxMetrics(OutboxWorker worker, OutboxStore store) {
        this.worker = worker;
        this.store = store;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        FunctionCounter.builder("livelabel.worker.failures", worker, OutboxWorker::failures)
                .tag("worker", "outbox")
                .register(registry);
        Gauge.builder("livelabel.worker.alive", worker, w -> w.isAlive() ? 1 : 0)
                .tag("worker", "outbox")
                .register(registry);
        Gauge.builder("livelabel.outbox.lag", store, s -> s.lag().toSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("livelabel.outbox.refused", store, OutboxStore::refused).register(registry);
    }
}
