package org.livelabel.registry.imports;

import java.util.Locale;

/** Receiving, then accepted, running, finished; what was never received whole is forgotten. */
enum ImportState {
    RECEIVING,
    ACCEPTED,
    RUNNING,
    FINISHED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean mayBecome(ImportState next) {
        return next.ordinal() == ordinal() + 1;
    }
}
