package org.livelabel.registry.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Forgets answers that nobody will ask for again; the same key is a new command then. */
@Singleton
class AnswerPruning extends Background {
    private final Idempotency idempotency;

    AnswerPruning(Idempotency idempotency, RegistrySettings registry) {
        super("answer-pruning", Duration.ofMinutes(10), registry.background());
        this.idempotency = idempotency;
    }

    @Override
    protected boolean work() {
        return idempotency.forgetSome();
    }
}
