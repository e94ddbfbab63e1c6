package org.livelabel.account.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.livelabel.conduct.idempotency.Idempotency;

/** Forgets answers that nobody will ask for again; the same key is a new command then. */
@ApplicationScoped
class AnswerPruning {
    private final Idempotency idempotency;

    AnswerPruning(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** Some at a time, so that no statement takes too long. */
    @Scheduled(every = "1h", delayed = "5m")
    void forget() {
        boolean more = true;
        while (more) {
            more = idempotency.forgetSome();
        }
    }
}
