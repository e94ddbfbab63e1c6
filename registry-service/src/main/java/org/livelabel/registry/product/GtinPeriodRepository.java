package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class GtinPeriodRepository implements PanacheRepositoryBase<GtinPeriod, GtinPeriod.Key> {
    List<GtinPeriod> current(Collection<String> gtins) {
        return list("gtin in ?1 and releasedAt is null", gtins);
    }

    /** Earlier periods first. */
    List<GtinPeriod> everTaken(Collection<String> gtins) {
        return list("gtin in ?1", Sort.by("fromIndex"), gtins);
    }

    Optional<GtinPeriod> on(String gtin, Instant before) {
        return find("gtin = ?1 and takenAt < ?2 and (releasedAt is null or releasedAt >= ?2)", gtin, before)
                .firstResultOptional();
    }
}
