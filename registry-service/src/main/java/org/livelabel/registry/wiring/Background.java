package org.livelabel.registry.wiring;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Does its work piece by piece in a thread of its own, from the start of the service to its end. What fails is tried again;
 * so a piece must be done whole or not at all.
 */
public abstract class Background {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Duration lookAgain;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    @Inject
    RegistrySettings settings;

    /** @param lookAgain how long to wait after there was nothing to do, unless it is woken */
    protected Background(String name, Duration lookAgain) {
        this.lookAgain = lookAgain;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    /** Does one piece; false if there was none to do. */
    protected abstract boolean work();

    public void wake() {
        woken.release();
    }

    void start(@Observes StartupEvent event) {
        if (settings.background()) {
            thread.start();
        }
    }

    /** Waits for the piece at hand, but not for long. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        woken.release();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void loop() {
        while (!stopping) {
            try {
                if (!work()) {
                    pause(lookAgain);
                }
            } catch (RuntimeException e) {
                Log.errorf(e, "%s: held up; trying again", thread.getName());
                pause(AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration duration) {
        try {
            if (woken.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
