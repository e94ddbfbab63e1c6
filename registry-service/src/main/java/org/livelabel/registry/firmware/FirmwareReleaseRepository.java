package org.livelabel.registry.firmware;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FirmwareReleaseRepository implements PanacheRepositoryBase<FirmwareRelease, FirmwareRelease.Key> {
    /** Newest first, only releases numbered below {@code below}. */
    List<FirmwareRelease> list(UUID product, int below, int limit) {
        return find("productId = ?1 and release < ?2 order by release desc", product, below)
                .page(0, limit)
                .list();
    }

    Optional<FirmwareRelease> byVersion(UUID product, String version) {
        return find("productId = ?1 and version = ?2", product, version).firstResultOptional();
    }

    List<FirmwareRelease> naming(String sha256) {
        return list("documentSha256 = ?1 or withdrawalSha256 = ?1", sha256);
    }
}
