package org.livelabel.registry.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PublishedDisclosureRepository implements PanacheRepositoryBase<PublishedDisclosure, PublishedDisclosure.Key> {
    /** Newest first, from what was public before a moment. */
    List<PublishedDisclosure> list(UUID product, Instant before, int belowVersion, int limit) {
        return find(
                        "productId = ?1 and publishedAt < ?2 and version < ?3 order by version desc",
                        product,
                        before,
                        belowVersion)
                .page(0, limit)
                .list();
    }

    Optional<PublishedDisclosure> last(UUID product, Instant before) {
        return list(product, before, Integer.MAX_VALUE, 1).stream().findFirst();
    }
}
