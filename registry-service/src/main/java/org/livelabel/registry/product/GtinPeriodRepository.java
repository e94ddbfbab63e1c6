package org.livelabel.registry.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class GtinPeriodRepository implements PanacheRepositoryBase<GtinPeriod, GtinPeriod.Key> {
    List<GtinPeriod> current(Collection<String> gtins) {
        return periods("released_at is null", gtins);
    }

    /** Earlier periods first. */
    List<GtinPeriod> everTaken(Collection<String> gtins) {
        return periods("true", gtins);
    }

    /** An array is one parameter, and so one statement for any number of GTINs; {@code in} would be translated for each. */
    private List<GtinPeriod> periods(String condition, Collection<String> gtins) {
        return getSession()
                .createNativeQuery(
                        "select * from projection.gtin_period where gtin = any(:gtins) and " + condition
                                + " order by from_index",
                        GtinPeriod.class)
                .setParameter("gtins", gtins.toArray(String[]::new))
                .addSynchronizedEntityClass(GtinPeriod.class)
                .list();
    }

    Optional<GtinPeriod> on(String gtin, Instant before) {
        return find("gtin = ?1 and takenAt < ?2 and (releasedAt is null or releasedAt >= ?2)", gtin, before)
                .firstResultOptional();
    }
}
