package org.livelabel.registry.idempotency;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Forgets answers that nobody will ask for again; the same key is a new command then. */
@Singleton
class AnswerPruning extends Background {
    private final Idempotency idempotency;
    private final RegistrySettings registry;
    private final Clock clock;

    AnswerPruning(Idempotency idempotency, RegistrySettings registry, Clock clock) {
        super("answer-pruning", Duration.ofMinutes(10), registry.background());
        this.idempotency = idempotency;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        return idempotency.forgetSomeOf(clock.instant().minus(registry.keep().answers()));
    }
}
