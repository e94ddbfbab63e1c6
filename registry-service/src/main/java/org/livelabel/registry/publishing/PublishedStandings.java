package org.livelabel.registry.publishing;

import java.util.UUID;

/** How organisations stand by what this registry has published of them. */
public interface PublishedStandings {
    enum Standing {
        /** Nothing is published about it yet. */
        UNKNOWN,
        /** Verified and not suspended. */
        GOOD,
        BARRED
    }

    /** By one row, found by its key. */
    Standing of(UUID organisation);
}
