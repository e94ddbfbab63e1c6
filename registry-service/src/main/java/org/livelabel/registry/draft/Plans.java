package org.livelabel.registry.draft;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.livelabel.registry.log.OnlyHere;

/** What is planned with drafts for a time to come. It holds a copy of what a draft said, so it follows what is done to drafts. */
public interface Plans {
    /** Whether a publication of this draft waits for its time. */
    boolean isWaiting(UUID product);

    /** Nothing is planned any more. Only who holds the draft may ask for this. */
    void end(UUID product);

    /** The products of which something is planned, since a moment, that says one of these texts. */
    Set<UUID> saying(OnlyHere texts, Instant since);

    /** What says one of these texts has failed and is forgotten. Only who holds the draft may ask for this. */
    void erase(UUID product, OnlyHere texts);
}
