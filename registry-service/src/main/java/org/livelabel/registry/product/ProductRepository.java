package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.SessionCheckMode;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {
    /** Those there are, in one query: {@code in} would be translated anew for every number of ids. */
    List<Product> of(Collection<UUID> ids) {
        return getSession().findMultiple(Product.class, List.copyOf(ids), SessionCheckMode.ENABLED).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<Product> after(@Nullable UUID id, int limit) {
        return (id == null ? findAll(Sort.by("id")) : find("id > ?1", Sort.by("id"), id))
                .page(0, limit)
                .list();
    }
}
