package org.livelabel.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ImportRowRepository implements PanacheRepositoryBase<ImportRow, ImportRow.Key> {
    List<ImportRow> after(UUID importId, long lineNo, int limit) {
        return find("importId = ?1 and lineNo > ?2", Sort.by("lineNo"), importId, lineNo)
                .page(0, limit)
                .list();
    }

    List<ImportRow> done(UUID importId, @Nullable String result, long after, int limit) {
        return result == null
                ? find("importId = ?1 and lineNo > ?2 and result is not null", Sort.by("lineNo"), importId, after)
                        .page(0, limit)
                        .list()
                : find("importId = ?1 and lineNo > ?2 and result = ?3", Sort.by("lineNo"), importId, after, result)
                        .page(0, limit)
                        .list();
    }

    /** Keeps the line's result and forgets the line. In plain SQL: an update in HQL is translated anew each time. */
    void finish(ImportRow row) {
        getSession().doWork(connection -> {
            try (var update = connection.prepareStatement(
                    "update work.import_row set line = null, result = ?, product_id = ?, product_ref = ?, detail = ?, repeats_line = ?"
                            + " where import_id = ? and line_no = ?")) {
                update.setString(1, row.result);
                update.setObject(2, row.productId);
                update.setString(3, row.productRef);
                update.setString(4, row.detail);
                update.setObject(5, row.repeatsLine);
                update.setObject(6, row.importId);
                update.setLong(7, row.lineNo);
                update.executeUpdate();
            }
        });
    }

    /** Lines of these publishers' imports since a moment that wait and hold one of the texts fail when their turn comes. */
    void refuseWaiting(Set<UUID> publishers, Instant moment, Set<String> texts, String refused) {
        getEntityManager()
                .createNativeQuery("""
                        update work.import_row r set line = null, refused = ?1 from work.import i
                        where i.id = r.import_id and i.publisher_id = any(?2) and i.created_at >= ?3 and r.result is null
                          and exists (select from unnest(?4) text where position(text in r.line) > 0)""")
                .setParameter(1, refused)
                .setParameter(2, publishers.toArray(UUID[]::new))
                .setParameter(3, moment)
                .setParameter(4, texts.toArray(String[]::new))
                .executeUpdate();
    }

    /** The same of lines that write letters as codes, each looked at by itself. Not all of a long file is read at once. */
    void refuseWaitingEscaped(Set<UUID> publishers, Instant moment, Predicate<String> which, String refused) {
        getSession().doWork(connection -> {
            try (var waiting = connection.prepareStatement("""
                            select r.import_id, r.line_no, r.line from work.import_row r
                            join work.import i on i.id = r.import_id
                            where i.publisher_id = any(?) and i.created_at >= ? and r.result is null
                              and position(E'\\\\' in r.line) > 0""");
                    var update = connection.prepareStatement(
                            "update work.import_row set line = null, refused = ? where import_id = ? and line_no = ?")) {
                waiting.setFetchSize(500);
                waiting.setArray(1, connection.createArrayOf("uuid", publishers.toArray()));
                waiting.setObject(2, moment.atOffset(ZoneOffset.UTC));
                try (var lines = waiting.executeQuery()) {
                    while (lines.next()) {
                        if (which.test(lines.getString(3))) {
                            update.setString(1, refused);
                            update.setObject(2, lines.getObject(1));
                            update.setLong(3, lines.getLong(2));
                            update.addBatch();
                        }
                    }
                }
                update.executeBatch();
            }
        });
    }

    /** What was wrong with their failed lines is told in other words if one of the texts is among them. */
    void retellFailed(Set<UUID> publishers, Instant moment, Set<String> texts, String detail) {
        getEntityManager()
                .createNativeQuery("""
                        update work.import_row r set detail = json_build_object('detail', cast(?1 as text)) from work.import i
                        where i.id = r.import_id and i.publisher_id = any(?2) and i.created_at >= ?3 and r.result = 'failed'
                          and exists (select from unnest(?4) text where position(text in r.detail) > 0)""")
                .setParameter(1, detail)
                .setParameter(2, publishers.toArray(UUID[]::new))
                .setParameter(3, moment)
                .setParameter(4, texts.toArray(String[]::new))
                .executeUpdate();
    }

    Map<String, Long> counts(UUID importId) {
        Map<String, Long> counts = new TreeMap<>();
        getEntityManager()
                .createQuery(
                        "select r.result, count(*) from ImportRow r where r.importId = :id and r.result is not null"
                                + " group by r.result",
                        Object[].class)
                .setParameter("id", importId)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }
}
