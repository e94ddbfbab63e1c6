package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;

/** Works off imports one after the other, and goes on after a restart where it stopped. */
@ApplicationScoped
class ImportWorker extends Background {
    @Inject
    ImportBatch batch;

    ImportWorker() {
        super("imports", Duration.ofSeconds(2));
    }

    @Override
    protected boolean work() {
        return batch.work();
    }
}
