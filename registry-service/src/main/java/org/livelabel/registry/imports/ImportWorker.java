package org.livelabel.registry.imports;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/** Works off imports one after the other, and goes on after a restart where it stopped. */
@Singleton
class ImportWorker extends Background {
    private final ImportBatch batch;

    ImportWorker(ImportBatch batch, RegistrySettings settings) {
        super("imports", Duration.ofSeconds(2), settings.background());
        this.batch = batch;
    }

    @Override
    protected boolean work() {
        return batch.work();
    }
}
