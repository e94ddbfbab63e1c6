package org.livelabel.registry.publishing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The products, to be held to the end of a transaction: whoever holds one holds its draft and everything about it. */
public interface HeldProducts {
    /**
     * Waits for each, in one order for all.
     *
     * @return whose they are; one that is not there is not in it
     */
    Map<UUID, UUID> hold(Collection<UUID> products);

    /** Whose it is; empty if somebody else holds it. */
    Optional<UUID> holdIfFree(UUID product);

    /** Waits for those that the organisation calls by these names. */
    void holdByRefs(UUID publisher, Collection<String> productRefs);
}
