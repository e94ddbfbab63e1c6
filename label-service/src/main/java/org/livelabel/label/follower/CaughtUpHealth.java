package org.livelabel.label.follower;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the log is read for the first time: until then a printed code would lead to "we have no label". */
@Readiness
@ApplicationScoped
class CaughtUpHealth implements HealthCheck {
    private final FeedStatus status;

    CaughtUpHealth(FeedStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("labels loaded")
                .status(status.caughtUp() && status.settled())
                .withData("last_index", status.lastIndex())
                .build();
    }
}
