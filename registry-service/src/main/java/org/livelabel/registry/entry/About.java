package org.livelabel.registry.entry;

import java.util.UUID;

/**
 * Whom an entry is about and who says it: the part of the envelope that is known before the entry has its place in the log.
 *
 * @param manufacturer whose product it is
 * @param publisher who publishes it; the claimant
 */
public record About(Subject subject, UUID manufacturer, UUID publisher) {
    public Claimant claimant() {
        return Claimant.of(manufacturer, publisher);
    }
}
