package org.livelabel.registry.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DetectedChangeRepository implements PanacheRepositoryBase<DetectedChange, DetectedChange.Key> {
    List<String> codes(UUID manufacturer, long afterIndex) {
        return find(
                        "select distinct d.code from DetectedChange d where d.manufacturerId = ?1 and d.logIndex > ?2",
                        manufacturer,
                        afterIndex)
                .project(String.class)
                .list();
    }

    List<String> codes(UUID manufacturer, long afterIndex, Collection<UUID> products) {
        return find(
                        "select distinct d.code from DetectedChange d where d.manufacturerId = ?1 and d.logIndex > ?2"
                                + " and d.productId in ?3",
                        manufacturer,
                        afterIndex,
                        products)
                .project(String.class)
                .list();
    }
}
