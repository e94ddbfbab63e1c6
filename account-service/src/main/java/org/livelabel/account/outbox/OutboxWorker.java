package org.livelabel.account.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.wiring.AccountSettings;

/**
 * Delivers commands one by one, at once after the commit that made them. Several processes may work at the same time. What
 * another process commits, and what failed, is found by looking every second.
 */
@ApplicationScoped
class OutboxWorker {
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Semaphore wakeUp = new Semaphore(0);

    @Inject
    OutboxStore store;

    @Inject
    @RestClient
    RegistryClient registry;

    @Inject
    AccountSettings settings;

    private volatile boolean stopped;
    private @Nullable Thread thread;

    void start(@Observes StartupEvent event) {
        if (settings.outbox().enabled()) {
            thread = Thread.ofPlatform().name("outbox").start(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(3000);
        }
    }

    void wake() {
        wakeUp.release();
    }

    private void work() {
        while (!stopped) {
            try {
                if (!deliverNext()) {
                    wakeUp.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    Log.error("the outbox cannot be read; trying again", e);
                    pause();
                }
            }
        }
    }

    /** @return whether there was something to do */
    @ActivateRequestContext
    boolean deliverNext() {
        Optional<OutboxCommand> command = store.claim();
        command.ifPresent(c -> store.finish(c, deliver(c)));
        return command.isPresent();
    }

    private Outcome deliver(OutboxCommand command) {
        Outcome outcome;
        try (Response response = registry.put(command.organisation(), command.body())) {
            outcome = Outcome.answered(response.getStatus());
        } catch (WebApplicationException e) {
            outcome = Outcome.answered(e.getResponse().getStatus());
        } catch (RuntimeException e) {
            outcome = Outcome.unanswered();
            Log.warnf("the registry does not answer: %s", e.getClass().getSimpleName());
        }
        if (outcome.result() == Outcome.Result.REFUSED) {
            Log.errorf(
                    "the registry answers %s to the facts of organisation %s, attempt %s; %s",
                    outcome.status(),
                    command.organisation(),
                    command.attempt(),
                    OutboxStore.isForGood(command, outcome)
                            ? "giving up, see outbox_command " + command.id()
                            : "trying again");
        }
        return outcome;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
