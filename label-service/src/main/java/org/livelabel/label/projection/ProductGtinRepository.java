package org.livelabel.label.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ProductGtinRepository implements PanacheRepositoryBase<ProductGtin, String> {
    /** Written past the persistence context: the same numbers may be released and taken within one transaction. */
    void replace(UUID product, List<String> gtins) {
        getEntityManager()
                .createNativeQuery("delete from product_gtin where product_id = ?1")
                .setParameter(1, product)
                .executeUpdate();
        for (int position = 0; position < gtins.size(); position++) {
            getEntityManager()
                    .createNativeQuery("insert into product_gtin (gtin, product_id, position) values (?1, ?2, ?3)"
                            + " on conflict (gtin) do update set product_id = excluded.product_id,"
                            + " position = excluded.position")
                    .setParameter(1, gtins.get(position))
                    .setParameter(2, product)
                    .setParameter(3, position)
                    .executeUpdate();
        }
    }

    List<ProductGtin> of(UUID product) {
        return list("productId = ?1 order by position", product);
    }
}
