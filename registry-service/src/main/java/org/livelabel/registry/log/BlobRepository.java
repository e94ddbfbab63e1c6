package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Optional;

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

    private static StoredDocument document(Object[] row) {
        String mediaType = (String) row[0];
        String reason = (String) row[2];
        return reason == null
                ? new StoredDocument(mediaType, (byte[]) row[1], null)
                : new StoredDocument(mediaType, null, WithholdingReason.fromWireName(reason));
    }
}
