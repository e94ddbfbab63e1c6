package org.livelabel.account.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.wiring.AccountSettings;

/**
 * Delivers commands one by one, at once after the commit that made them. Several processes may work at the same time. What
 * another process commits, and what failed, is found by looking every second. Nothing that fails ends it, not even an Error.
 */
@ApplicationScoped
class OutboxWorker {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A delivery has an end long before. */
    private static final Duration STUCK_AFTER = Duration.ofMinutes(5);

    private static final int UNAUTHORIZED = 401;

    private final Semaphore wakeUp = new Semaphore(0);
    private final AtomicLong failures = new AtomicLong();

    private final OutboxStore store;
    private final RegistryClient registry;
    private final AccountSettings settings;
    private final DeliveryMetrics deliveries;

    private volatile boolean stopped;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Long began;
    private volatile @Nullable Long lookedAt;

    OutboxWorker(
            OutboxStore store,
            @RestClient RegistryClient registry,
            AccountSettings settings,
            DeliveryMetrics deliveries) {
        this.store = store;
        this.registry = registry;
        this.settings = settings;
        this.deliveries = deliveries;
    }

    void start(@Observes StartupEvent event) {
        if (settings.outbox().enabled()) {
            thread = Thread.ofPlatform().name("outbox").start(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        stopped = true;
        if (running != null) {
            running.interrupt();
            running.join(3000);
        }
    }

    void wake() {
        wakeUp.release();
    }

    /** False if it should run and does not, or hangs. */
    boolean isAlive() {
        Thread running = thread;
        Long since = began;
        boolean stuck = since != null && System.nanoTime() - since > STUCK_AFTER.toNanos();
        return running == null || stopped || running.isAlive() && !stuck;
    }

    /** How often the outbox itself could not be worked on; what the registry refuses is written down with each attempt. */
    long failures() {
        return failures.get();
    }

    /** Since it last delivered something or saw that there was nothing to deliver; null if it never did. */
    @Nullable Duration sinceSuccess() {
        Long at = lookedAt;
        return at == null ? null : Duration.ofNanos(System.nanoTime() - at);
    }

    private void work() {
        Duration pause = LOOK_EVERY;
        while (!stopped) {
            try {
                began = System.nanoTime();
                boolean delivered = deliverNext();
                began = null;
                lookedAt = System.nanoTime();
                pause = LOOK_EVERY;
                if (!delivered) {
                    rest(pause);
                }
            } catch (Throwable t) {
                began = null;
                failed(t);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** @return whether there was something to do */
    @ActivateRequestContext
    boolean deliverNext() {
        Optional<OutboxCommand> command = store.claim();
        command.ifPresent(c -> store.finish(c, deliveries.timed(() -> deliver(c))));
        return command.isPresent();
    }

    private Outcome deliver(OutboxCommand command) {
        Outcome outcome = send(command);
        if (Integer.valueOf(UNAUTHORIZED).equals(outcome.status())) {
            // our own token had just run out, or was taken back; the client forgets it at this answer
            outcome = send(command);
        }
        if (outcome.result() == Outcome.Result.REFUSED) {
            Log.errorf(
                    "the registry answers %s to the facts of organisation %s, attempt %s of outbox_command %s",
                    outcome.status(), command.organisation(), command.attempt(), command.id());
        }
        return outcome;
    }

    private Outcome send(OutboxCommand command) {
        try (Response response = registry.put(command.organisation(), command.body())) {
            return Outcome.answered(response.getStatus());
        } catch (WebApplicationException e) {
            return Outcome.answered(e.getResponse().getStatus());
        } catch (RuntimeException e) {
            Log.warnf("the registry does not answer: %s", e.getClass().getSimpleName());
            return Outcome.unanswered();
        }
    }

    private void failed(Throwable t) {
        failures.incrementAndGet();
        try {
            if (!stopped) {
                Log.error("the outbox cannot be worked on; trying again", t);
            }
        } catch (Throwable unsaid) {
            // not even memory for a line of log; the counter tells
            failures.incrementAndGet();
        }
    }

    private void rest(Duration pause) {
        try {
            if (wakeUp.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            // only stop() ends the loop
            Log.debug("the outbox is interrupted");
        }
    }
}
