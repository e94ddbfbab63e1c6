package org.livelabel.registry.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.OnlyHere;
import org.livelabel.registry.paging.Conditions;
import org.livelabel.registry.paging.Cursor;

/** Locks are held against other writers until the transaction ends; their order is that of {@code publishing}. */
@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<DraftRow, UUID> {
    /** Empty if somebody else holds it. */
    @SuppressWarnings("unchecked")
    Optional<DraftRow> lockIfFree(UUID id) {
        List<DraftRow> found = getEntityManager()
                .createNativeQuery("select * from work.product where id = ?1 for update skip locked", DraftRow.class)
                .setParameter(1, id)
                .getResultList();
        return found.stream().findFirst();
    }

    /** In the order of the ids as the database sorts them, which is not the order of {@link UUID#compareTo}. */
    @SuppressWarnings("unchecked")
    List<DraftRow> lock(Collection<UUID> ids) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from work.product where id = any(?1) order by id for update", DraftRow.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The same; an exception if somebody else holds one of them. */
    void lockIfFree(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("select 1 from work.product where id = any(?1) order by id for update nowait")
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The same for those of the organisation's references that are in use. */
    void lockByRefs(UUID publisher, Collection<String> productRefs) {
        getEntityManager()
                .createNativeQuery("select 1 from work.product where publisher_id = ?1 and product_ref = any(?2)"
                        + " order by id for update")
                .setParameter(1, publisher)
                .setParameter(2, productRefs.toArray(String[]::new))
                .getResultList();
    }

    /** Drafts of these publishers that were written since a moment and hold one of the texts, and those of {@code others}. */
    @SuppressWarnings("unchecked")
    List<UUID> holding(Set<UUID> publishers, Instant moment, OnlyHere texts, Collection<UUID> others) {
        return getEntityManager()
                .createNativeQuery("""
                        select id from work.product
                        where publisher_id = any(?1)
                          and (id = any(?4) or updated_at >= ?3
                            and exists (select from unnest(?2) text where position(text in content) > 0))""", UUID.class)
                .setParameter(1, publishers.toArray(UUID[]::new))
                .setParameter(2, texts.toArray())
                .setParameter(3, moment)
                .setParameter(4, others.toArray(UUID[]::new))
                .getResultList();
    }

    Optional<DraftRow> findByRef(UUID publisher, String productRef) {
        return find("publisherId = ?1 and productRef = ?2", publisher, productRef)
                .firstResultOptional();
    }

    Optional<DraftRow> lockByRef(UUID publisher, String productRef) {
        return find("publisherId = ?1 and productRef = ?2", publisher, productRef)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** In a transaction of its own: whoever then asks elsewhere who may, holds no connection meanwhile. */
    @Transactional
    Optional<DraftOwner> ownerOf(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select d.publisherId, d.publishedVersion from DraftRow d where d.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new DraftOwner((UUID) row[0], (int) row[1] > 0));
    }

    List<OwnDraft> list(UUID publisher, @Nullable Cursor after, int limit) {
        Conditions conditions = new Conditions().equal("d.publisherId", publisher);
        if (after != null) {
            conditions.after("d.sortName", "d.id", after);
        }
        var query = getEntityManager()
                .createQuery(
                        "select d.id, d.labelCode, d.productRef, d.name, d.category, d.sortName, d.draftVersion,"
                                + " d.publishedVersion, d.updatedAt from DraftRow d " + conditions.where()
                                + " order by d.sortName, d.id",
                        Object[].class)
                .setMaxResults(limit);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(DraftRepository::ownDraft).toList();
    }

    private static OwnDraft ownDraft(Object[] row) {
        return new OwnDraft(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (int) row[6],
                (int) row[7],
                (Instant) row[8]);
    }
}
