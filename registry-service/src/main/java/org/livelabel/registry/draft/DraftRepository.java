package org.livelabel.registry.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {
    /** Held against other writers until the transaction ends. */
    Draft lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Draft> lockByRef(UUID publisher, String productRef) {
        return find("publisherId = ?1 and productRef = ?2", publisher, productRef)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Draft> list(UUID publisher, @Nullable Cursor after, int limit) {
        Conditions conditions = new Conditions().equal("d.publisherId", publisher);
        if (after != null) {
            conditions.after("d.sortName", "d.id", after);
        }
        return find("from Draft d " + conditions.where() + " order by d.sortName, d.id", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
