package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Where the products are kept, each as one JSON text. Plain SQL: no table is read more often, and none of it is partial. */
@ApplicationScoped
class ProductRows {
    private final Session session;

    ProductRows(Session session) {
        this.session = session;
    }

    /** @param state as JSON */
    record Row(UUID id, String labelCode, UUID manufacturer, UUID publisher, String state, long asOfIndex) {}

    /** The states there are of these products, in no order. */
    List<String> states(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.doReturningWork(connection -> {
                    try (var select =
                            connection.prepareStatement("select state from projection.product where id = any(?)")) {
                        select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                        return states(select);
                    }
                });
    }

    /** The next in the order of their ids. */
    List<String> statesAfter(@Nullable UUID id, int limit) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    "select state from projection.product where id > ?" + " order by id limit ?")) {
                select.setObject(1, id == null ? new UUID(0, 0) : id);
                select.setInt(2, limit);
                return states(select);
            }
        });
    }

    void keep(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into projection.product (id, label_code, manufacturer_id, publisher_id, state, as_of_index)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (id) do update set manufacturer_id = excluded.manufacturer_id,
                      publisher_id = excluded.publisher_id, state = excluded.state, as_of_index = excluded.as_of_index""")) {
                for (Row row : rows) {
                    upsert.setObject(1, row.id());
                    upsert.setString(2, row.labelCode());
                    upsert.setObject(3, row.manufacturer());
                    upsert.setObject(4, row.publisher());
                    upsert.setString(5, row.state());
                    upsert.setLong(6, row.asOfIndex());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        });
    }

    void clear() {
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from projection.product")) {
                delete.executeUpdate();
            }
        });
    }

    private static List<String> states(PreparedStatement select) throws SQLException {
        List<String> states = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return states;
    }
}
