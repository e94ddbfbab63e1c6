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

    /** Keeps the line's result and forgets the line. */
    void finish(ImportRow row) {
        update(
                "line = null, result = ?1, productId = ?2, productRef = ?3, detail = ?4 where importId = ?5 and lineNo = ?6",
                row.result,
                row.productId,
                row.productRef,
                row.detail,
                row.importId,
                row.lineNo);
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
