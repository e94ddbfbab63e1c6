package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * The one order in which commands lock, so that no two of them wait for each other. A command that needs several of these
 * takes them from top to bottom, and holds all of them to its end:
 *
 * <ol>
 *   <li>its Idempotency-Key (a repeated request waits for the first one);
 *   <li>the right to erase, {@link #erasure}, and the answers that are emptied;
 *   <li>an import's row, in the order of the ids;
 *   <li>the chains of successors, {@link #successors};
 *   <li>an organisation, {@link #organisation}: for what is published about the organisation itself;
 *   <li>drafts, all at once and in the order of their ids; the draft stands for everything about its product;
 *   <li>a draft's schedule, which nobody changes who does not hold the draft, but who puts it off: that is a transaction of its
 *       own which holds nothing else, and passes over what another one holds;
 *   <li>the head of the log, taken by {@link PublicationLog#append}: validate first, append last.
 * </ol>
 *
 * After the head only rows are written that nobody else waits for with the head in hand: entries, blobs, projections, results;
 * and what an erasure finds only then, which it takes if it is free and otherwise gives up.
 * One exception is known: two imports of one organisation that make the same product_ref at the same moment, in two
 * processes. The database ends one of them, and its lines are tried again.
 */
@ApplicationScoped
public class LockOrder {
    /** Any number that nothing else in this database locks. */
    private static final long SUCCESSORS = 2026_11_22_13L;

    private static final long ERASURE = 2026_11_24_81L;

    private final EntityManager entityManager;

    LockOrder(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One command about successors at a time: two about four different products could close a ring that neither sees. */
    @Transactional(TxType.MANDATORY)
    public void successors() {
        lock(SUCCESSORS);
    }

    /** One erasure at a time: it goes through the same rows as another one would, and each in an order of its own. */
    @Transactional(TxType.MANDATORY)
    public void erasure() {
        lock(ERASURE);
    }

    /** One command about an organisation at a time, so that of two which say the same the second sees the first. */
    @Transactional(TxType.MANDATORY)
    public void organisation(UUID organisation) {
        lock(organisation.getMostSignificantBits() ^ organisation.getLeastSignificantBits());
    }

    private void lock(long number) {
        entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, number)
                .getSingleResult();
    }
}
