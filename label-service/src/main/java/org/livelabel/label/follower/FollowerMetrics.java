package org.livelabel.label.follower;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code livelabel_worker_failures_total} and {@code livelabel_worker_alive}, as in the other services, and how long ago the
 * registry was last heard ({@code livelabel_feed_lag_seconds}).
 */
@ApplicationScoped
class FollowerMetrics {
    private final FeedFollower follower;
    private final FeedStatus status;

    FollowerMetrics(FeedFollower follower, FeedStatus status) {
        this.follower = follower;
        this.status = status;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        FunctionCounter.builder("livelabel.worker.failures", follower, FeedFollower::failures)
                .tag("worker", "feed")
                .register(registry);
        Gauge.builder("livelabel.worker.alive", follower, f -> f.isAlive() ? 1 : 0)
                .tag("worker", "feed")
                .register(registry);
        Gauge.builder("livelabel.feed.lag", status, s -> s.sinceLastCheck().toSeconds())
                .baseUnit("seconds")
                .register(registry);
    }
}
