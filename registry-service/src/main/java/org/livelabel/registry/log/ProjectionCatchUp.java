package org.livelabel.registry.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.livelabel.registry.wiring.RegistrySettings;

/** Before the first request: whatever a migration emptied is made again. */
@ApplicationScoped
class ProjectionCatchUp {
    private final ProjectionRebuild rebuild;
    private final RegistrySettings settings;

    ProjectionCatchUp(ProjectionRebuild rebuild, RegistrySettings settings) {
        this.rebuild = rebuild;
        this.settings = settings;
    }

    void catchUp(@Observes @Priority(1) StartupEvent event) {
        if (settings.background()) {
            rebuild.catchUp();
        }
    }
}
