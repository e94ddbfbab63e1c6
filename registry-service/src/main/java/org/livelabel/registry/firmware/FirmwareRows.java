package org.livelabel.registry.firmware;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.firmware.FirmwareRelease.Withdrawal;
import org.livelabel.registry.firmware.FirmwareRelease.Words;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** The releases of every product, as the log left them. */
@ApplicationScoped
class FirmwareRows {
    private static final String COLUMNS =
            "product_id, release, version, minimum_version, notes, released_on, image_sha256,"
                    + " image_size, signed, anti_rollback, manufacturer_id, publisher_id, published_at, published_index,"
                    + " effective_on, document_sha256, withdrawn_at, withdrawal_sha256, withdrawal_reason, as_of_index";

    private static final String SELECT = "select " + COLUMNS + " from projection.firmware_release ";

    private final Sql sql;

    FirmwareRows(Sql sql) {
        this.sql = sql;
    }

    Optional<FirmwareRelease> find(UUID product, int release) {
        return sql.first(SELECT + "where product_id = ? and release = ?", FirmwareRows::release, product, release);
    }

    /** Newest first, only releases numbered below {@code below}. */
    List<FirmwareRelease> list(UUID product, Instant before, int below, int limit) {
        return sql.list(
                SELECT + "where product_id = ? and published_at < ? and release < ? order by release desc limit ?",
                FirmwareRows::release,
                product,
                before,
                below,
                limit);
    }

    Optional<FirmwareRelease> byVersion(UUID product, String version, Instant before) {
        return sql.first(
                SELECT + "where product_id = ? and version = ? and published_at < ?",
                FirmwareRows::release,
                product,
                version,
                before);
    }

    /** Those of which this document tells something. */
    List<FirmwareRelease> naming(String sha256) {
        return sql.list(
                SELECT + "where document_sha256 = ? or withdrawal_sha256 = ?", FirmwareRows::release, sha256, sha256);
    }

    boolean hasAny(UUID product) {
        return sql.list(
                        "select exists (select 1 from projection.firmware_release where product_id = ?)",
                        Row::flag,
                        product)
                .getFirst();
    }

    /** Of one that is there only what may change is written: its words, its withdrawal and the last entry about it. */
    void keep(FirmwareRelease release) {
        Withdrawal withdrawal = release.withdrawal();
        sql.execute(
                "insert into projection.firmware_release (" + COLUMNS + ")"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + """
                         on conflict (product_id, release) do update set version = excluded.version,
                          minimum_version = excluded.minimum_version, notes = excluded.notes,
                          withdrawn_at = excluded.withdrawn_at, withdrawal_sha256 = excluded.withdrawal_sha256,
                          withdrawal_reason = excluded.withdrawal_reason, as_of_index = excluded.as_of_index""",
                release.productId(),
                release.release(),
                release.words().version(),
                release.words().minimumVersion(),
                release.words().notes(),
                release.releasedOn(),
                release.imageSha256(),
                release.imageSize(),
                release.signed(),
                release.antiRollback(),
                release.manufacturerId(),
                release.publisherId(),
                release.publishedAt(),
                release.publishedIndex(),
                release.effectiveOn(),
                release.documentSha256(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.documentSha256(),
                withdrawal == null ? null : withdrawal.reason(),
                release.asOfIndex());
    }

    void clear() {
        sql.execute("delete from projection.firmware_release");
    }

    private static FirmwareRelease release(Row row) throws SQLException {
        return new FirmwareRelease(
                row.id(),
                row.integer(),
                new Words(row.optionalText(), row.optionalText(), row.optionalText()),
                row.day(),
                row.text(),
                row.number(),
                row.flag(),
                row.flag(),
                row.id(),
                row.id(),
                row.moment(),
                row.number(),
                row.day(),
                row.text(),
                withdrawal(row.optionalMoment(), row.optionalText(), row.optionalText()),
                row.number());
    }

    private static @Nullable Withdrawal withdrawal(
            @Nullable Instant at, @Nullable String documentSha256, @Nullable String reason) {
        return at == null || documentSha256 == null ? null : new Withdrawal(at, documentSha256, reason);
    }
}
