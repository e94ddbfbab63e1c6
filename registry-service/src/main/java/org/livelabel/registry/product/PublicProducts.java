package org.livelabel.registry.product;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is public of products, or would be after a rehearsal. */
public interface PublicProducts {
    Optional<ProductState> find(UUID id);

    /** Which product each GTIN leads to, or led to last; a GTIN that nobody ever took is not in the answer. */
    Map<String, UUID> holders(Collection<String> wanted);
}
