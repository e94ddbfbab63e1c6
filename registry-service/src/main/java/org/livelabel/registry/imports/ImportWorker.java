package org.livelabel.registry.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Works off imports one after the other, and goes on after a restart where it stopped. */
@ApplicationScoped
class ImportWorker {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    @Inject
    ImportBatch batch;

    @Inject
    RegistrySettings settings;

    private volatile @Nullable Background background;

    void start(@Observes StartupEvent event) {
        if (settings.background()) {
            background = Background.start("imports", LOOK_AGAIN, batch::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Background running = background;
        if (running != null) {
            running.stop();
        }
    }

    void wake() {
        Background running = background;
        if (running != null) {
            running.wake();
        }
    }
}
