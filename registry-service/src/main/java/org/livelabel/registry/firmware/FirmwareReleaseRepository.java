package org.livelabel.registry.firmware;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FirmwareReleaseRepository implements PanacheRepositoryBase<FirmwareRelease, FirmwareRelease.Key> {
    /** Newest first, only releases numbered below {@code below}. */
    List<FirmwareRelease> list(UUID product, Instant before, int below, int limit) {
        return find(
                        "productId = ?1 and publishedAt < ?2 and release < ?3 order by release desc",
                        product,
                        before,
                        below)
                .page(0, limit)
                .list();
    }

    Optional<FirmwareRelease> byVersion(UUID product, String version, Instant before) {
        return find("productId = ?1 and version = ?2 and publishedAt < ?3", product, version, before)
                .firstResultOptional();
    }

    List<FirmwareRelease> naming(String sha256) {
        return list("documentSha256 = ?1 or withdrawalSha256 = ?1", sha256);
    }
}
