package org.livelabel.account.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN if nothing is delivered any more until a restart. A registry that is away does not count: it is told later. */
@Liveness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    private final OutboxWorker worker;

    OutboxHealth(OutboxWorker worker) {
        this.worker = worker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(worker.isAlive()).build();
    }
}
