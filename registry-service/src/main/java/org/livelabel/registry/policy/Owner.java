package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.livelabel.conduct.UtcDay;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.log.Publication;

/**
 * Whose a product was for a time.
 *
 * @param fromIndex the entry that made it theirs
 */
record Owner(UUID organisation, long fromIndex, LocalDate fromDay) {

    /** The publications by which a product can come to an owner; the first one about it is among them. */
    static final Set<PublicationType> SAID_BY = EnumSet.of(
            PublicationType.PRODUCT_REGISTERED, PublicationType.PRODUCT_CHANGED, PublicationType.PRODUCT_HANDED_OVER);

    /** Each of them says whose the product is; when that differs from the one before, it has changed hands. */
    static List<Owner> of(List<Publication> aboutTheProduct) {
        List<Owner> owners = new ArrayList<>();
        for (Publication publication : aboutTheProduct) {
            if (owners.isEmpty() || !owners.getLast().organisation().equals(publication.manufacturer())) {
                owners.add(new Owner(
                        publication.manufacturer(), publication.index(), UtcDay.of(publication.publishedAt())));
            }
        }
        return owners;
    }
}
