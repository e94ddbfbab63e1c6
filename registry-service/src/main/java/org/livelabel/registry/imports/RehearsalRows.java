package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.livelabel.registry.imports.RehearsedLines.By;
import org.livelabel.registry.sql.Sql;

/** Keeps, while a dry run goes on, which of its lines took which number and which name. */
@ApplicationScoped
class RehearsalRows {
    private final Sql sql;

    RehearsalRows(Sql sql) {
        this.sql = sql;
    }

    /** @param gtin empty for the name itself */
    private record Taken(String gtin, String productRef, long line) {}

    /** What the lines so far took of these numbers and names, and everything that they took under these names. */
    RehearsedLines of(UUID job, List<String> gtins, List<String> productRefs) {
        Map<String, By> byGtin = new HashMap<>();
        Map<String, Long> byRef = new HashMap<>();
        List<Taken> rows = sql.list(
                "select gtin, product_ref, line_no from work.rehearsal"
                        + " where import_id = ? and (gtin = any(?) or product_ref = any(?))",
                row -> new Taken(row.text(), row.text(), row.number()),
                job,
                gtins.toArray(String[]::new),
                productRefs.toArray(String[]::new));
        for (Taken row : rows) {
            if (row.gtin().isEmpty()) {
                byRef.put(row.productRef(), row.line());
            } else {
                byGtin.put(row.gtin(), new By(row.productRef(), row.line()));
            }
        }
        return new RehearsedLines(byGtin, byRef);
    }

    void keep(UUID job, RehearsedLines lines) {
        sql.execute(
                "delete from work.rehearsal where import_id = ? and product_ref = any(?)",
                job,
                lines.changedRefs().toArray(String[]::new));
        sql.executeAll(
                "insert into work.rehearsal (import_id, gtin, product_ref, line_no) values (?, ?, ?, ?)",
                lines.changedRefs().stream()
                        .flatMap(productRef -> taken(lines, productRef))
                        .toList(),
                row -> new Object[] {job, row.gtin(), row.productRef(), row.line()});
    }

    private static Stream<Taken> taken(RehearsedLines lines, String productRef) {
        return Stream.concat(
                Stream.of(new Taken("", productRef, lines.lineOf(productRef))),
                lines.takenBy(productRef).stream()
                        .map(gtin -> new Taken(
                                gtin.getKey(), productRef, gtin.getValue().line())));
    }

    void forget(UUID job) {
        sql.execute("delete from work.rehearsal where import_id = ?", job);
    }
}
