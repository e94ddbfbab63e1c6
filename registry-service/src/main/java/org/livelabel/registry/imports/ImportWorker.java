package org.livelabel.registry.imports;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.wiring.RegistrySettings;

/** Works off imports one after the other, and goes on after a restart where it stopped. */
@ApplicationScoped
class ImportWorker {
    private static final long LOOK_AGAIN_MILLIS = 2_000;
    private static final long AFTER_FAILURE_MILLIS = 5_000;

    @Inject
    ImportBatch batch;

    @Inject
    RegistrySettings settings;

    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    void start(@Observes StartupEvent event) {
        if (settings.background()) {
            thread = Thread.ofPlatform().name("imports").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        work.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    void wake() {
        work.release();
    }

    private void loop() {
        while (!stopping) {
            try {
                if (!batch.work()) {
                    pause(LOOK_AGAIN_MILLIS);
                }
            } catch (RuntimeException e) {
                Log.error("imports are held up; trying again", e);
                pause(AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void pause(long millis) {
        try {
            if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
