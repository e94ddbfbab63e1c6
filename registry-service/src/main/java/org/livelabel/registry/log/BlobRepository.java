package org.livelabel.registry.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;

@ApplicationScoped
class BlobRepository implements PanacheRepositoryBase<Blob, String> {
    /** Asks the database each time: a document may have been withheld since this transaction read it. */
    Optional<StoredDocument> asShown(String sha256) {
        return getEntityManager()
                .createQuery("""
                        select b.mediaType, b.bytes, w.reason from Blob b
                        left join Withheld w on w.sha256 = b.sha256 where b.sha256 = :sha256""", Tuple.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .map(BlobRepository::document)
                .findFirst();
    }

    private static StoredDocument document(Tuple row) {
        String mediaType = row.get(0, String.class);
        String reason = row.get(2, String.class);
        return reason == null
                ? new StoredDocument(mediaType, row.get(1, byte[].class), null)
                : new StoredDocument(mediaType, null, WithholdingReason.fromWireName(reason));
    }
}
