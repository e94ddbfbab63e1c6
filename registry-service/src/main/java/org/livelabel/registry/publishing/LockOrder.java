package org.livelabel.registry.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.livelabel.registry.sql.Sql;

/**
 * The one order in which acts lock, so that no two of them wait for each other. An act says what it holds ({@link Locks}); here
 * that is locked from top to bottom, and held to the end of the transaction:
 *
 * <ol>
 *   <li>its Idempotency-Key (a repeated request waits for the first one);
 *   <li>the right to erase, and the answers that are emptied;
 *   <li>an import's row, in the order of the ids;
 *   <li>the chains of successors;
 *   <li>an organisation: for what is published about the organisation itself;
 *   <li>drafts, all at once and in the order of their ids; the draft stands for everything about its product;
 *   <li>a draft's schedule, which nobody changes who does not hold the draft, but who puts it off: that is a transaction of its
 *       own which holds nothing else, and passes over what another one holds;
 *   <li>the head of the log, taken by {@link org.livelabel.registry.log.PublicationLog#append}: validate first, append last.
 * </ol>
 *
 * The key comes first because {@link Publishing} asks for the rest within it. What an erasure goes through it finds while it
 * goes, in this same order. An import's row is taken by the batch that works on it, which then joins here for its drafts.
 *
 * <p>After the head only rows are written that nobody else waits for with the head in hand: entries, blobs, projections, results;
 * and what an erasure finds only then, which it takes if it is free and otherwise gives up.
 *
 * <p>Three exceptions are known, all of an import, which appends line by line and so has the head before its last line is read:
 * two imports of one organisation that make the same product_ref at the same moment, in two processes; a line that stores a
 * document which somebody stores at the same moment who waits for the head; a line about a draft that got its product_ref after
 * the batch was joined. The database ends one of the two. Lines are tried again, and whoever is not an import is told to.
 */
@ApplicationScoped
class LockOrder {
    /** Any number that nothing else in this database locks. */
    private static final long SUCCESSORS = 2026_11_22_13L;

    private static final long ERASURE = 2026_11_24_81L;

    private final Sql sql;
    private final HeldProducts products;

    LockOrder(Sql sql, HeldProducts products) {
        this.sql = sql;
        this.products = products;
    }

    /** @return whose each of the products is that were locked by their ids */
    Map<UUID, UUID> take(Actor by, Locks locks) {
        if (locks.erasure()) {
            sql.lock(ERASURE);
        }
        if (locks.successors()) {
            sql.lock(SUCCESSORS);
        }
        if (locks.organisation() != null) {
            // so that of two which say the same the second sees the first
            sql.lock(locks.organisation().getMostSignificantBits()
                    ^ locks.organisation().getLeastSignificantBits());
        }
        if (!locks.names().isEmpty()) {
            products.holdByRefs(by.organisation(), locks.names());
        }
        return locks.products().isEmpty() ? Map.of() : products.hold(locks.products());
    }
}
