package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GtinPeriodRepository implements PanacheRepositoryBase<GtinPeriod, GtinPeriod.Key> {
    /** The products that these GTINs lead to now. */
    Map<String, UUID> current(Collection<String> gtins) {
        return products(
                "select gtin, product_id from projection.gtin_period where gtin = any(?) and released_at is null",
                gtins);
    }

    /** The products that these GTINs lead to, or led to last. */
    Map<String, UUID> last(Collection<String> gtins) {
        return products(
                "select distinct on (gtin) gtin, product_id from projection.gtin_period where gtin = any(?)"
                        + " order by gtin, from_index desc",
                gtins);
    }

    Optional<GtinPeriod> on(String gtin, Instant before) {
        return find("gtin = ?1 and takenAt < ?2 and (releasedAt is null or releasedAt >= ?2)", gtin, before)
                .firstResultOptional();
    }

    void release(List<String> gtins, Instant at) {
        update("releasedAt = ?1 where gtin in ?2 and releasedAt is null", at, gtins);
    }

    /** Plain SQL with the GTINs as one array: a query with {@code in} would be translated anew for every number of them. */
    private Map<String, UUID> products(String sql, Collection<String> gtins) {
        return getSession().doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("text", gtins.toArray()));
                Map<String, UUID> products = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        products.put(rows.getString(1), rows.getObject(2, UUID.class));
                    }
                }
                return products;
            }
        });
    }
}
