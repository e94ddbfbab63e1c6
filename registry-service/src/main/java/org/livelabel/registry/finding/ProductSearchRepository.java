package org.livelabel.registry.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.SessionCheckMode;

@ApplicationScoped
class ProductSearchRepository implements PanacheRepositoryBase<ProductSearch, UUID> {
    /** Those there are, in one query: {@code in} would be translated anew for every number of ids. */
    List<ProductSearch> of(Collection<UUID> ids) {
        return getSession().findMultiple(ProductSearch.class, List.copyOf(ids), SessionCheckMode.ENABLED).stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
