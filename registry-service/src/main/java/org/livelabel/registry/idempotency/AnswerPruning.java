package org.livelabel.registry.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Forgets answers that nobody will ask for again; the same key is a new command then. */
@ApplicationScoped
class AnswerPruning extends Background {
    @Inject
    Idempotency idempotency;

    @Inject
    RegistrySettings registry;

    @Inject
    Clock clock;

    AnswerPruning() {
        super("answer-pruning", Duration.ofMinutes(10));
    }

    @Override
    protected boolean work() {
        return idempotency.forgetSomeOf(clock.instant().minus(registry.keep().answers()));
    }
}
