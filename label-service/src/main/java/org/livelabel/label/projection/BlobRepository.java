package org.livelabel.label.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BlobRepository implements PanacheRepositoryBase<Blob, String> {
    /** @param bytes null if withheld; the document is not here yet */
    void keep(String sha256, byte @Nullable [] bytes) {
        Blob blob = new Blob();
        blob.sha256 = sha256;
        blob.bytes = bytes;
        persist(blob);
    }

    Set<String> known(Collection<String> digests) {
        List<String> found = getEntityManager()
                .createQuery("select sha256 from Blob where sha256 in ?1", String.class)
                .setParameter(1, digests)
                .getResultList();
        return new HashSet<>(found);
    }

    /** From now on as if the registry had withheld it from the start. */
    void forget(String sha256) {
        update("bytes = null where sha256 = ?1", sha256);
    }

    List<Blob> of(Collection<String> digests) {
        return list("sha256 in ?1", digests);
    }
}
