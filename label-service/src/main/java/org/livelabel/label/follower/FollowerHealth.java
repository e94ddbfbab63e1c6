package org.livelabel.label.follower;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN if the follower has ended by itself or hangs: a restart brings it back, which it would not with a broken feed. */
@Liveness
@ApplicationScoped
class FollowerHealth implements HealthCheck {
    private final FeedFollower follower;

    FollowerHealth(FeedFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feed follower")
                .status(follower.isAlive())
                .build();
    }
}
