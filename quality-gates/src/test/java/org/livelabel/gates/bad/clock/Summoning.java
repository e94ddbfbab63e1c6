package org.livelabel.gates.bad.clock;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Bad on purpose: asks the machine for the time and for an id. */
class Summoning {
    Instant now() {
        return Instant.now();
    }

    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
