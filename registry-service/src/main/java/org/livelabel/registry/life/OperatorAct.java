package org.livelabel.registry.life;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.LifeChanged;
import org.livelabel.registry.entry.ProductLifted;
import org.livelabel.registry.entry.ProductOrphaned;
import org.livelabel.registry.entry.ProductRevoked;
import org.livelabel.registry.entry.ProductSuspended;
import org.livelabel.registry.product.Listing;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.StandingState;

/** What an operator may say of any product, each for a public reason. */
enum OperatorAct {
    ORPHAN(
            ProductOrphaned::new,
            listing -> listing.state().mayBecome(ListingState.ORPHANED),
            "Its listing has ended already."),
    SUSPEND(
            ProductSuspended::new,
            listing -> listing.standing().state().mayBecome(StandingState.SUSPENDED),
            "It is suspended or revoked already."),
    LIFT(
            ProductLifted::new,
            listing -> listing.standing().state().mayBecome(StandingState.GOOD),
            "It is not suspended; a revocation is for good."),
    REVOKE(
            ProductRevoked::new,
            listing -> listing.standing().state().mayBecome(StandingState.REVOKED),
            "It is revoked already.");

    private final BiFunction<About, DocumentRef, LifeChanged> entry;
    private final Predicate<Listing> allowed;
    private final String refusal;

    OperatorAct(BiFunction<About, DocumentRef, LifeChanged> entry, Predicate<Listing> allowed, String refusal) {
        this.entry = entry;
        this.allowed = allowed;
        this.refusal = refusal;
    }

    /** @param reason the document that says why */
    LifeChanged entry(About about, DocumentRef reason) {
        return entry.apply(about, reason);
    }

    boolean isAllowed(Listing listing) {
        return allowed.test(listing);
    }

    String refusal() {
        return refusal;
    }
}
