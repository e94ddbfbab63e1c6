package org.livelabel.registry.withholding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.livelabel.registry.wiring.AfterCommit;

/** {@code livelabel_erasures_total}: what was withheld and taken out of our private tables. */
@Startup
@ApplicationScoped
class ErasureMetrics {
    private final Counter erasures;
    private final TransactionSynchronizationRegistry transaction;

    ErasureMetrics(MeterRegistry metrics, TransactionSynchronizationRegistry transaction) {
        this.erasures = metrics.counter("livelabel.erasures");
        this.transaction = transaction;
    }

    /** It counts when it is committed. */
    void erased() {
        transaction.registerInterposedSynchronization(new AfterCommit(erasures::increment));
    }
}
