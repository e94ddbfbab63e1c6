package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** Something that a publication about a product gave away. */
@ApplicationScoped
class DetectedChangeRows {
    private final Sql sql;

    DetectedChangeRows(Sql sql) {
        this.sql = sql;
    }

    /** @param code a {@link PolicyChange}'s wire name, or one that a later release wrote */
    record DetectedChange(long logIndex, String code, UUID product, UUID manufacturer) {}

    List<String> codes(UUID manufacturer, long afterIndex) {
        return sql.list(
                "select distinct code from projection.detected_change where manufacturer_id = ? and log_index > ?",
                Row::text,
                manufacturer,
                afterIndex);
    }

    List<String> codes(UUID manufacturer, long afterIndex, Collection<UUID> products) {
        return sql.list(
                "select distinct code from projection.detected_change"
                        + " where manufacturer_id = ? and log_index > ? and product_id = any(?)",
                Row::text,
                manufacturer,
                afterIndex,
                products.toArray(UUID[]::new));
    }

    void add(List<DetectedChange> changes) {
        sql.executeAll(
                "insert into projection.detected_change (log_index, code, product_id, manufacturer_id)"
                        + " values (?, ?, ?, ?)",
                changes,
                change -> new Object[] {change.logIndex(), change.code(), change.product(), change.manufacturer()});
    }

    void clear() {
        sql.execute("delete from projection.detected_change");
    }
}
