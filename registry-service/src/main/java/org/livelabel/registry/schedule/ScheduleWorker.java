package org.livelabel.registry.schedule;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Looks every second for drafts whose time has come; those of a time when nothing ran are published first thing. */
@Singleton
class ScheduleWorker extends Background {
    private final Scheduling scheduling;

    ScheduleWorker(Scheduling scheduling, RegistrySettings settings) {
        super("schedule", Duration.ofSeconds(1), settings.background());
        this.scheduling = scheduling;
    }

    @Override
    protected boolean work() {
        return scheduling.publishNext();
    }
}
