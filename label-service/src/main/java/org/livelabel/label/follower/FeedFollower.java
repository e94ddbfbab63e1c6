package org.livelabel.label.follower;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.projection.Entry;
import org.livelabel.label.projection.Projection;
import org.livelabel.label.wiring.LabelSettings;

/**
 * Follows the feed on a thread of its own. An unreachable registry is asked again, with growing pauses; a feed that is
 * broken stops it until the process is started again, while the labels stay readable and say that they may be out of date.
 */
@ApplicationScoped
class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    /** No step takes so long: a thread that does is waiting for something that never comes. */
    private static final Duration STUCK_AFTER = Duration.ofMinutes(15);

    private final FeedApplier applier;
    private final Projection projection;
    private final FeedStatus status;
    private final LabelSettings settings;
    private final ObjectMapper mapper;

    private volatile @Nullable Thread thread;
    private volatile @Nullable Long stepBegan;
    private final AtomicLong failures = new AtomicLong();

    FeedFollower(
            FeedApplier applier,
            Projection projection,
            FeedStatus status,
            LabelSettings settings,
            ObjectMapper mapper) {
        this.applier = applier;
        this.projection = projection;
        this.status = status;
        this.settings = settings;
        this.mapper = mapper;
    }

    void onStart(@Observes StartupEvent event) {
        if (settings.feed().rebuild()) {
            LOG.info("forgetting everything: the labels are rebuilt from index 0");
            applier.forgetEverything();
        }
        start();
    }

    void onStop(@Observes ShutdownEvent event) {
        stop();
    }

    synchronized void start() {
        status.nothingKnown();
        thread = Thread.ofPlatform().name("feed").daemon().start(this::follow);
    }

    synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** False if it should follow and does not, or hangs. A feed that is broken was left on purpose. */
    boolean isAlive() {
        Thread running = thread;
        Long began = stepBegan;
        boolean stuck = began != null && System.nanoTime() - began > STUCK_AFTER.toNanos();
        return running == null || status.brokenBecause().isPresent() || running.isAlive() && !stuck;
    }

    /** How many steps failed since the start of the service. */
    long failures() {
        return failures.get();
    }

    /** Ends only if it is told to, or if the feed is broken. */
    private void follow() {
        Duration pause = SHORTEST_PAUSE;
        boolean started = false;
        try (FeedClient feed = new FeedClient(settings.registryUrl(), mapper)) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    stepBegan = System.nanoTime();
                    if (!started) {
                        status.starting(applier.position());
                        started = true;
                    }
                    step(feed);
                    pause = SHORTEST_PAUSE;
                } catch (FeedBrokenException e) {
                    status.broken(Objects.requireNonNullElse(e.getMessage(), "unreadable feed"));
                    LOG.errorf(e, "ALARM: no longer following the log. %s", e.getMessage());
                    return;
                } catch (InterruptedException e) {
                    throw e;
                } catch (Throwable t) {
                    // an Error as well: a thread that ends here would leave the labels as they are and nobody would
                    // know
                    failed(t, pause);
                    stepBegan = null;
                    Thread.sleep(pause);
                    pause = shorter(pause.multipliedBy(2), settings.feed().longestPause());
                } finally {
                    stepBegan = null;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("asked to stop");
        }
    }

    private void failed(Throwable t, Duration pause) {
        failures.incrementAndGet();
        try {
            LOG.warnf("the log cannot be followed now, next attempt in %d ms: %s", pause.toMillis(), t);
        } catch (Throwable unsaid) {
            // not even memory for a line of log; the counter tells
            failures.incrementAndGet();
        }
    }

    private void step(FeedClient feed) throws IOException, InterruptedException {
        // without waiting until the end was seen once: only an empty answer tells that there is no more
        Duration wait = status.caughtUp() ? settings.feed().longPoll() : Duration.ZERO;
        List<Entry> entries = feed.after(status.lastIndex(), wait);
        if (entries.isEmpty()) {
            if (!status.caughtUp()) {
                applier.caughtUp();
                LOG.infof("caught up with the log at entry %d", status.lastIndex());
            }
            status.reachedEnd();
            return;
        }
        Set<String> named =
                entries.stream().map(Entry::document).flatMap(Optional::stream).collect(Collectors.toSet());
        named.removeAll(projection.known(named));
        Map<String, Optional<byte[]>> documents = feed.documents(named);
        status.applied(applier.apply(entries, documents));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
