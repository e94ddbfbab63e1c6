package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {
    List<Product> after(@Nullable UUID id, int limit) {
        return (id == null ? findAll(Sort.by("id")) : find("id > ?1", Sort.by("id"), id))
                .page(0, limit)
                .list();
    }
}
