package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Forgets imports that finished long enough ago, some thousand lines at a time. */
@ApplicationScoped
class ImportPruning extends Background {
    @Inject
    ImportRepository imports;

    @Inject
    RegistrySettings registry;

    @Inject
    Clock clock;

    ImportPruning() {
        super("import-pruning", Duration.ofMinutes(10));
    }

    @Override
    protected boolean work() {
        return imports.forgetSomeOf(clock.instant().minus(registry.keep().imports()));
    }
}
