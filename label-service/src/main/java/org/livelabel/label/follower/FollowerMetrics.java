package org.livelabel.label.follower;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * {@code livelabel_worker_…} as in the other services; how far the labels are behind the log, in entries and in seconds since
 * the registry was last heard, and whether the feed is broken.
 */
@ApplicationScoped
class FollowerMetrics {
    private final FeedFollower follower;
    private final FeedStatus status;
    private final LogEnd end;

    FollowerMetrics(FeedFollower follower, FeedStatus status, LogEnd end) {
        this.follower = follower;
        this.status = status;
        this.end = end;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        FunctionCounter.builder("livelabel.worker.failures", follower, FeedFollower::failures)
                .tag("worker", "feed")
                .register(registry);
        Gauge.builder("livelabel.worker.alive", follower, f -> f.isAlive() ? 1 : 0)
                .tag("worker", "feed")
                .register(registry);
        Gauge.builder("livelabel.worker.last.success.timestamp", status, FollowerMetrics::lastSuccess)
                .tag("worker", "feed")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("livelabel.feed.lag", status, s -> s.sinceLastCheck().toSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("livelabel.feed.lag.entries", status, this::behind).register(registry);
        Gauge.builder("livelabel.feed.broken", status, s -> s.brokenBecause().isPresent() ? 1 : 0)
                .register(registry);
    }

    private static double lastSuccess(FeedStatus feed) {
        Instant checked = feed.lastCheckedAt();
        return checked == null ? Double.NaN : checked.toEpochMilli() / 1000.0;
    }

    private double behind(FeedStatus feed) {
        return Math.max(0, end.lastIndex() - feed.lastIndex());
    }
}
