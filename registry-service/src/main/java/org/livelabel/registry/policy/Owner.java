package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.livelabel.registry.log.Publication;

/**
 * Whose a product was for a time.
 *
 * @param fromIndex the entry that made it theirs
 */
record Owner(UUID organisation, long fromIndex, LocalDate fromDay) {

    /** Every publication about a product says whose it is; when that differs from the one before, it has changed hands. */
    static List<Owner> of(List<Publication> aboutTheProduct) {
        List<Owner> owners = new ArrayList<>();
        for (Publication publication : aboutTheProduct) {
            if (owners.isEmpty() || !owners.getLast().organisation().equals(publication.manufacturer())) {
                owners.add(new Owner(
                        publication.manufacturer(),
                        publication.index(),
                        LocalDate.ofInstant(publication.publishedAt(), ZoneOffset.UTC)));
            }
        }
        return owners;
    }
}
