package org.livelabel.registry.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
