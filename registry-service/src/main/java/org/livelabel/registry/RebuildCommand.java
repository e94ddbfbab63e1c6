package org.livelabel.registry;

import io.quarkus.runtime.QuarkusApplication;
import org.livelabel.registry.log.ProjectionRebuild;

/** {@code rebuild-projections}, for whoever runs an installation. */
class RebuildCommand implements QuarkusApplication {
    private final ProjectionRebuild rebuild;

    RebuildCommand(ProjectionRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public int run(String... args) {
        long entries = rebuild.rebuild();
        System.out.println("Made the projections again from " + entries + " entries.");
        return 0;
    }
}
