package org.livelabel.registry.wiring;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A thread that does work as long as there is some, then looks again after a while or when it is woken. */
public final class Background {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final BooleanSupplier work;
    private final Duration lookAgain;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    private Background(String name, Duration lookAgain, BooleanSupplier work) {
        this.work = work;
        this.lookAgain = lookAgain;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    /** @param work does one piece; false if there was none to do */
    public static Background start(String name, Duration lookAgain, BooleanSupplier work) {
        Background background = new Background(name, lookAgain, work);
        background.thread.start();
        return background;
    }

    public void wake() {
        woken.release();
    }

    /** Waits for the piece at hand, but not for long. */
    public void stop() throws InterruptedException {
        stopping = true;
        woken.release();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void loop() {
        while (!stopping) {
            try {
                if (!work.getAsBoolean()) {
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
