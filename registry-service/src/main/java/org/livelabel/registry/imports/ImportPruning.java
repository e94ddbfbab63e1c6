package org.livelabel.registry.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Forgets imports that finished long enough ago, some thousand lines at a time. */
@Singleton
class ImportPruning extends Background {
    private final ImportRepository imports;
    private final RegistrySettings registry;
    private final Clock clock;

    ImportPruning(ImportRepository imports, RegistrySettings registry, Clock clock) {
        super("import-pruning", Duration.ofMinutes(10), registry.background());
        this.imports = imports;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        return imports.forgetSomeOf(clock.instant().minus(registry.keep().imports()));
    }
}
