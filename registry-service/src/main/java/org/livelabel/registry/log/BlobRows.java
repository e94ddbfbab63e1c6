package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.sql.Row;
import org.livelabel.registry.sql.Sql;

/** The documents, and which of them may no longer be shown. Both are only added to. */
@ApplicationScoped
class BlobRows {
    private static final String AS_SHOWN = "select b.media_type, b.bytes, w.reason, b.sha256 from log.blob b"
            + " left join log.withheld w on w.sha256 = b.sha256 ";

    private final Sql sql;

    BlobRows(Sql sql) {
        this.sql = sql;
    }

    /** Asks the database each time: a document may have been withheld since this transaction read it. */
    Optional<StoredDocument> asShown(String sha256) {
        return sql.first(AS_SHOWN + "where b.sha256 = ?", BlobRows::document, sha256);
    }

    /** The same of several, by their digests. */
    Map<String, StoredDocument> asShown(Collection<String> sha256s) {
        return sql
                .list(
                        AS_SHOWN + "where b.sha256 = any(?)",
                        row -> {
                            StoredDocument document = document(row);
                            return Map.entry(row.text(), document);
                        },
                        (Object) sha256s.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Two transactions may bring the same document at the same moment: the first one is kept. */
    void add(String sha256, String mediaType, byte[] bytes) {
        sql.execute(
                "insert into log.blob (sha256, media_type, bytes) values (?, ?, ?) on conflict do nothing",
                sha256,
                mediaType,
                bytes);
    }

    /** @return false if it is withheld already */
    boolean withhold(String sha256, WithholdingReason reason) {
        return sql.execute(
                        "insert into log.withheld (sha256, reason) values (?, ?) on conflict do nothing",
                        sha256,
                        reason.wireName())
                == 1;
    }

    /** Those of the texts that no other document holds which may be shown. Reads them all. */
    List<String> onlyIn(String sha256, String[] texts) {
        return sql.list("""
                select text from unnest(?) text except
                select text from log.blob b cross join unnest(?) text
                where b.sha256 <> ? and position(convert_to(text, 'UTF8') in b.bytes) > 0
                  and not exists (select from log.withheld w where w.sha256 = b.sha256)""", Row::text, texts, texts, sha256);
    }

    private static StoredDocument document(Row row) throws SQLException {
        String mediaType = row.text();
        byte @Nullable [] bytes = row.optionalBytes();
        String reason = row.optionalText();
        return reason == null
                ? new StoredDocument(mediaType, bytes, null)
                : new StoredDocument(mediaType, null, WithholdingReason.fromWireName(reason));
    }
}
