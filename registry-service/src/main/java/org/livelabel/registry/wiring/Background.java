package org.livelabel.registry.wiring;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Does its work piece by piece in a thread of its own, from the start of the service to its end. What fails is tried again,
 * after longer and longer pauses and whatever it failed of; so a piece must be done whole or not at all.
 */
public abstract class Background {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** No piece takes so long: a thread that does is waiting for something that never comes. */
    private static final Duration STUCK_AFTER = Duration.ofMinutes(15);

    private final String name;
    private final Duration lookAgain;
    private final Semaphore woken = new Semaphore(0);
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong pieces = new AtomicLong();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Long pieceBegan;
    private volatile @Nullable Long lookedAt;

    private final boolean wanted;

    /**
     * @param lookAgain how long to wait after there was nothing to do, unless it is woken
     * @param wanted whether this process works in the background at all
     */
    protected Background(String name, Duration lookAgain, boolean wanted) {
        this.name = name;
        this.lookAgain = lookAgain;
        this.wanted = wanted;
    }

    /** Does one piece; false if there was none to do. */
    protected abstract boolean work();

    public void wake() {
        woken.release();
    }

    public String name() {
        return name;
    }

    /** How many pieces failed since the start of the service. */
    public long failures() {
        return failures.get();
    }

    /** How many pieces were done since the start of the service. */
    public long pieces() {
        return pieces.get();
    }

    /** Since it last did a piece or saw that there was none to do; null if it never did. */
    @Nullable Duration sinceSuccess() {
        Long at = lookedAt;
        return at == null ? null : Duration.ofNanos(System.nanoTime() - at);
    }

    /** False if it should run and does not, or hangs. A piece that fails again and again does not count: it is tried. */
    public boolean isAlive() {
        return isAlive(STUCK_AFTER);
    }

    boolean isAlive(Duration stuckAfter) {
        Thread running = thread;
        Long began = pieceBegan;
        boolean stuck = began != null && System.nanoTime() - began > stuckAfter.toNanos();
        return running == null || stopping || running.isAlive() && !stuck;
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            begin();
        }
    }

    /** Waits for the piece at hand, but not for long. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Thread running = thread;
        stopping = true;
        woken.release();
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    void begin() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
    }

    private void loop() {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                if (!piece()) {
                    rest(lookAgain);
                }
                pause = FIRST_PAUSE;
            } catch (Throwable t) {
                // an Error as well: a thread that ends here would leave its work undone and nobody would know
                failed(t);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private boolean piece() {
        pieceBegan = System.nanoTime();
        try {
            boolean done = work();
            pieces.addAndGet(done ? 1 : 0);
            lookedAt = System.nanoTime();
            return done;
        } finally {
            pieceBegan = null;
        }
    }

    private void failed(Throwable t) {
        failures.incrementAndGet();
        try {
            Log.errorf(t, "%s: held up; trying again", name);
        } catch (Throwable unsaid) {
            // not even memory for a line of log; the counter tells
            failures.incrementAndGet();
        }
    }

    private void rest(Duration duration) {
        try {
            if (woken.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            // only stop() ends the loop; an interrupt that a piece left behind does not
            Log.debugf("%s: interrupted", name);
        }
    }
}
