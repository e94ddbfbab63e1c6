package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** From when to when a GTIN led to a product; open while it still does. */
@ApplicationScoped
class GtinRows {
    private final Sql sql;

    GtinRows(Sql sql) {
        this.sql = sql;
    }

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

    /** The product that it led to just before a moment. */
    Optional<UUID> on(String gtin, Instant before) {
        return sql.first(
                "select product_id from projection.gtin_period"
                        + " where gtin = ? and taken_at < ? and (released_at is null or released_at >= ?)",
                Row::id,
                gtin,
                before,
                before);
    }

    void release(List<String> gtins, Instant at) {
        if (gtins.isEmpty()) {
            return;
        }
        sql.execute(
                "update projection.gtin_period set released_at = ? where gtin = any(?) and released_at is null",
                at,
                gtins.toArray(String[]::new));
    }

    /** A constraint sees to it that they lead nowhere else. */
    void take(List<String> gtins, UUID product, long fromIndex, Instant at) {
        sql.executeAll(
                "insert into projection.gtin_period (gtin, from_index, product_id, taken_at) values (?, ?, ?, ?)",
                gtins,
                gtin -> new Object[] {gtin, fromIndex, product, at});
    }

    void clear() {
        sql.execute("delete from projection.gtin_period");
    }

    private Map<String, UUID> products(String select, Collection<String> gtins) {
        return sql.list(select, row -> Map.entry(row.text(), row.id()), (Object) gtins.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
