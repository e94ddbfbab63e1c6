package org.livelabel.label.follower;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * DOWN once the follower has stopped. Not part of readiness: a label that says that it may be out of date is worth more
 * than none, so the process keeps its traffic.
 */
@Wellness
@ApplicationScoped
class FeedHealth implements HealthCheck {
    private final FeedStatus status;

    FeedHealth(FeedStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feed")
                .status(status.brokenBecause().isEmpty())
                .withData("last_index", status.lastIndex())
                .withData("caught_up", status.caughtUp())
                .withData("stale", status.staleness().isPresent());
        status.brokenBecause().ifPresent(reason -> answer.withData("reason", reason));
        return answer.build();
    }
}
