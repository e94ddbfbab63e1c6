package org.livelabel.registry.withholding;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.OnlyHere;

/**
 * An erasure that has begun.
 *
 * @param texts what goes
 * @param subjects what the document is about, as far as the log went when it began
 * @param publishers everybody who published something about those
 * @param last the index up to which that holds
 * @param began what was written before then has been looked through
 */
record Erasure(OnlyHere texts, Set<Subject> subjects, Set<UUID> publishers, long last, Instant began) {
    static final Erasure NONE = new Erasure(OnlyHere.nothing(), Set.of(), Set.of(), -1, Instant.EPOCH);
}
