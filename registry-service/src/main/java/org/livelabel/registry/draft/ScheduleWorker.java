package org.livelabel.registry.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;

/** Looks every second for drafts whose time has come; those of a time when nothing ran are published first thing. */
@ApplicationScoped
class ScheduleWorker extends Background {
    @Inject
    Scheduling scheduling;

    ScheduleWorker() {
        super("schedule", Duration.ofSeconds(1));
    }

    @Override
    protected boolean work() {
        return scheduling.publishNext();
    }
}
