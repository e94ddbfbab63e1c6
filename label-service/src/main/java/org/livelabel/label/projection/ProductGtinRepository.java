package org.livelabel.label.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class ProductGtinRepository implements PanacheRepositoryBase<ProductGtin, String> {
    /** Written past the persistence context: the same numbers may be released and taken within one transaction. */
    void replace(UUID product, List<String> gtins) {
        statement("delete from product_gtin where product_id = ?1")
                .setParameter(1, product)
                .executeUpdate();
        statement("insert into product_gtin (gtin, product_id, position)"
                        + " select gtin, ?1, place - 1 from unnest(cast(?2 as text[])) with ordinality as t (gtin, place)"
                        + " on conflict (gtin) do update set product_id = excluded.product_id,"
                        + " position = excluded.position")
                .setParameter(1, product)
                .setParameter(2, gtins.toArray(String[]::new))
                .executeUpdate();
    }

    /** Says which table it touches; otherwise each one would flush everything that waits to be written. */
    private Query statement(String sql) {
        return getEntityManager()
                .createNativeQuery(sql)
                .unwrap(NativeQuery.class)
                .addSynchronizedEntityClass(ProductGtin.class);
    }

    List<ProductGtin> of(UUID product) {
        return list("productId = ?1 order by position", product);
    }
}
