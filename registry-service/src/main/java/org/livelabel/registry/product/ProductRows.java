package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** Where the products are kept, each as one JSON text: no table is read more often, and none of it is partial. */
@ApplicationScoped
class ProductRows {
    private final Sql sql;

    ProductRows(Sql sql) {
        this.sql = sql;
    }

    /** @param state as JSON */
    record Product(UUID id, String labelCode, UUID manufacturer, UUID publisher, String state, long asOfIndex) {}

    /** The states there are of these products, in no order. */
    List<String> states(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list("select state from projection.product where id = any(?)", Row::text, (Object)
                        ids.toArray(UUID[]::new));
    }

    /** The next in the order of their ids. */
    List<String> statesAfter(@Nullable UUID id, int limit) {
        return sql.list(
                "select state from projection.product where id > ? order by id limit ?",
                Row::text,
                id == null ? new UUID(0, 0) : id,
                limit);
    }

    void keep(List<Product> products) {
        sql.executeAll("""
                insert into projection.product (id, label_code, manufacturer_id, publisher_id, state, as_of_index)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set manufacturer_id = excluded.manufacturer_id,
                  publisher_id = excluded.publisher_id, state = excluded.state, as_of_index = excluded.as_of_index""", products, product -> new Object[] {
            product.id(),
            product.labelCode(),
            product.manufacturer(),
            product.publisher(),
            product.state(),
            product.asOfIndex()
        });
    }

    void clear() {
        sql.execute("delete from projection.product");
    }
}
