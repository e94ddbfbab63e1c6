package org.livelabel.registry.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** Every version of every product's disclosure, by its number. */
@ApplicationScoped
class DisclosureRows {
    private static final String COLUMNS = "product_id, version, as_of_index, published_at, effective_on, claimant,"
            + " sha256, media_type, size, material, change_codes, notes_sha256";

    private static final String BETWEEN_CODES = " ";

    private final Sql sql;

    DisclosureRows(Sql sql) {
        this.sql = sql;
    }

    Optional<PublishedDisclosure> find(UUID product, int version) {
        return sql.first(
                "select " + COLUMNS + " from projection.disclosure_version where product_id = ? and version = ?",
                DisclosureRows::disclosure,
                product,
                version);
    }

    /** Newest first, from what was public before a moment. */
    List<PublishedDisclosure> list(UUID product, Instant before, int belowVersion, int limit) {
        return sql.list(
                "select " + COLUMNS + " from projection.disclosure_version"
                        + " where product_id = ? and published_at < ? and version < ? order by version desc limit ?",
                DisclosureRows::disclosure,
                product,
                before,
                belowVersion,
                limit);
    }

    void add(PublishedDisclosure version) {
        sql.execute(
                "insert into projection.disclosure_version (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version.productId(),
                version.version(),
                version.asOfIndex(),
                version.publishedAt(),
                version.effectiveOn(),
                version.claimant().name(),
                version.document().sha256(),
                version.document().mediaType(),
                version.document().size(),
                version.material(),
                String.join(BETWEEN_CODES, version.changeCodes()),
                version.notesSha256());
    }

    void clear() {
        sql.execute("delete from projection.disclosure_version");
    }

    private static PublishedDisclosure disclosure(Row row) throws SQLException {
        return new PublishedDisclosure(
                row.id(),
                row.integer(),
                row.number(),
                row.moment(),
                row.day(),
                Claimant.valueOf(row.text()),
                new DocumentRef(row.text(), row.text(), row.number()),
                row.optionalFlag(),
                codes(row.text()),
                row.optionalText());
    }

    private static List<String> codes(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split(BETWEEN_CODES));
    }
}
