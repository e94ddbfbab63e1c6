package org.livelabel.registry.draft;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Looks every second for drafts whose time has come; those of a time when nothing ran are published first thing. */
@ApplicationScoped
class ScheduleWorker {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Inject
    Scheduling scheduling;

    @Inject
    RegistrySettings settings;

    private volatile @Nullable Background background;

    void start(@Observes StartupEvent event) {
        if (settings.background()) {
            background = Background.start("schedule", LOOK_AGAIN, scheduling::publishNext);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        Background running = background;
        if (running != null) {
            running.stop();
        }
    }
}
