package org.livelabel.registry.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** DOWN if a background worker has ended or hangs: only a restart brings it back. */
@Liveness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
    private final List<Background> workers;

    WorkerHealth(@All List<Background> workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("workers").status(workers.stream().allMatch(Background::isAlive));
        workers.forEach(worker -> answer.withData(worker.name(), worker.isAlive() ? "alive" : "dead or stuck"));
        return answer.build();
    }
}
