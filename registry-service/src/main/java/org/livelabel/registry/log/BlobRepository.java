package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class BlobRepository implements PanacheRepositoryBase<Blob, String> {
    /** Asks the database each time: a document may have been withheld since this transaction read it. */
    Optional<StoredDocument> asShown(String sha256) {
        return getEntityManager()
                .createQuery("""
                        select b.mediaType, b.bytes, w.reason from Blob b
                        left join Withheld w on w.sha256 = b.sha256 where b.sha256 = :sha256""", Object[].class)
                .setParameter("sha256", sha256)
                // blobs and what is withheld are written past the session
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .map(BlobRepository::document)
                .findFirst();
    }

    /** The same of several, by their digests; in plain SQL, because lists of other lengths are other queries to Hibernate. */
    @SuppressWarnings("unchecked")
    Map<String, StoredDocument> asShown(Collection<String> sha256s) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select b.media_type, b.bytes, w.reason, b.sha256 from log.blob b
                        left join log.withheld w on w.sha256 = b.sha256 where b.sha256 = any(?1)""", Object[].class)
                .setParameter(1, sha256s.toArray(String[]::new))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[3], BlobRepository::document));
    }

    private static StoredDocument document(Object[] row) {
        String mediaType = (String) row[0];
        String reason = (String) row[2];
        return reason == null
                ? new StoredDocument(mediaType, (byte[]) row[1], null)
                : new StoredDocument(mediaType, null, WithholdingReason.fromWireName(reason));
    }
}
