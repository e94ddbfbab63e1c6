package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {
    List<Product> list(ProductFilter filter, @Nullable Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (filter.words() != null) {
            conditions.containsEveryWord(filter.words(), "p.searchText");
        }
        if (filter.category() != null) {
            conditions.equal("p.category", filter.category());
        }
        if (filter.manufacturer() != null) {
            conditions.equal("p.manufacturerId", filter.manufacturer());
        }
        if (filter.publisher() != null) {
            conditions.equal("p.publisherId", filter.publisher());
        }
        if (after != null) {
            conditions.after("p.sortName", "p.id", after);
        }
        return find("from Product p " + conditions.where() + " order by p.sortName, p.id", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
