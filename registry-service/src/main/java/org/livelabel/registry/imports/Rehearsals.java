package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.livelabel.registry.imports.RehearsedLines.By;

/** Keeps, while a dry run goes on, which of its lines took which number and which name. */
@ApplicationScoped
class Rehearsals {
    private final Session session;

    Rehearsals(Session session) {
        this.session = session;
    }

    /** What the lines so far took of these numbers and names, and everything that they took under these names. */
    RehearsedLines of(UUID job, List<String> gtins, List<String> productRefs) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("select gtin, product_ref, line_no from work.rehearsal"
                    + " where import_id = ? and (gtin = any(?) or product_ref = any(?))")) {
                select.setObject(1, job);
                select.setArray(2, connection.createArrayOf("text", gtins.toArray()));
                select.setArray(3, connection.createArrayOf("text", productRefs.toArray()));
                Map<String, By> byGtin = new HashMap<>();
                Map<String, Long> byRef = new HashMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        String gtin = rows.getString(1);
                        if (gtin.isEmpty()) {
                            byRef.put(rows.getString(2), rows.getLong(3));
                        } else {
                            byGtin.put(gtin, new By(rows.getString(2), rows.getLong(3)));
                        }
                    }
                }
                return new RehearsedLines(byGtin, byRef);
            }
        });
    }

    void keep(UUID job, RehearsedLines lines) {
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement(
                            "delete from work.rehearsal where import_id = ? and product_ref = any(?)");
                    var insert = connection.prepareStatement(
                            "insert into work.rehearsal (import_id, gtin, product_ref, line_no) values (?, ?, ?, ?)")) {
                delete.setObject(1, job);
                delete.setArray(
                        2, connection.createArrayOf("text", lines.changedRefs().toArray()));
                delete.executeUpdate();
                for (String productRef : lines.changedRefs()) {
                    insert.setObject(1, job);
                    insert.setString(2, "");
                    insert.setString(3, productRef);
                    insert.setLong(4, lines.lineOf(productRef));
                    insert.addBatch();
                    for (Map.Entry<String, By> taken : lines.takenBy(productRef)) {
                        insert.setObject(1, job);
                        insert.setString(2, taken.getKey());
                        insert.setString(3, productRef);
                        insert.setLong(4, taken.getValue().line());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    void forget(UUID job) {
        session.doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from work.rehearsal where import_id = ?")) {
                delete.setObject(1, job);
                delete.executeUpdate();
            }
        });
    }
}
