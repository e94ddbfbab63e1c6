package org.livelabel.registry.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ProductSearchRepository implements PanacheRepositoryBase<ProductSearch, UUID> {}
