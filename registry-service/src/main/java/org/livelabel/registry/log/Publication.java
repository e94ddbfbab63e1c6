package org.livelabel.registry.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;

/**
 * One entry of the log, as a reader understands it.
 *
 * @param publishedAt when it was published; never before the entry ahead of it
 * @param effectiveOn the UTC day of publication, unless the entry names another
 * @param entry what it says
 */
public record Publication(long index, Instant publishedAt, LocalDate effectiveOn, Entry entry) {
    public PublicationType type() {
        return entry.type();
    }

    public Subject subject() {
        return entry.subject();
    }

    /** Whose product it is. */
    public UUID manufacturer() {
        return entry.manufacturer();
    }

    public UUID publisher() {
        return entry.publisher();
    }

    public Claimant claimant() {
        return entry.claimant();
    }
}
