package org.livelabel.account.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes commands to the registry inside the caller's transaction; what is committed is delivered, however long it takes. */
@ApplicationScoped
public class Outbox {
    private final OutboxStore store;
    private final OutboxWorker worker;
    private final TransactionSynchronizationRegistry transaction;

    Outbox(OutboxStore store, OutboxWorker worker, TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.worker = worker;
        this.transaction = transaction;
    }

    /**
     * Tells the registry an organisation's public facts.
     *
     * <p>The caller has the organisation's row locked, or has just inserted it: two changes of one organisation must not
     * overtake each other.
     *
     * @param facts the whole body of the command
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID organisation, String facts) {
        store.add(organisation, facts);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    worker.wake();
                }
            }
        });
    }
}
