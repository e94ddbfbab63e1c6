package org.livelabel.registry.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.livelabel.registry.wiring.RegistrySettings;

/** Before the first request: whatever a migration emptied is made again. */
@ApplicationScoped
class ProjectionCatchUp {
    @Inject
    ProjectionRebuild rebuild;

    @Inject
    RegistrySettings settings;

    void catchUp(@Observes @Priority(1) StartupEvent event) {
        if (settings.background()) {
            rebuild.catchUp();
        }
    }
}
