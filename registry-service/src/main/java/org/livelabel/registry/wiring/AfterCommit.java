package org.livelabel.registry.wiring;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Does something once a transaction is committed, and nothing if it is not. To be registered as an interposed one. */
public record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
