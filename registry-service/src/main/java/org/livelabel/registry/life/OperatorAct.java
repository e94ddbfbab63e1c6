package org.livelabel.registry.life;

import java.util.function.Predicate;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.product.Listing;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.StandingState;

/** What an operator may say of any product, each for a public reason. */
enum OperatorAct {
    ORPHAN(
            PublicationType.PRODUCT_ORPHANED,
            listing -> listing.state().mayBecome(ListingState.ORPHANED),
            "Its listing has ended already."),
    SUSPEND(
            PublicationType.PRODUCT_SUSPENDED,
            listing -> listing.standing().state().mayBecome(StandingState.SUSPENDED),
            "It is suspended or revoked already."),
    LIFT(
            PublicationType.PRODUCT_LIFTED,
            listing -> listing.standing().state().mayBecome(StandingState.GOOD),
            "It is not suspended; a revocation is for good."),
    REVOKE(
            PublicationType.PRODUCT_REVOKED,
            listing -> listing.standing().state().mayBecome(StandingState.REVOKED),
            "It is revoked already.");

    private final PublicationType type;
    private final Predicate<Listing> allowed;
    private final String refusal;

    OperatorAct(PublicationType type, Predicate<Listing> allowed, String refusal) {
        this.type = type;
        this.allowed = allowed;
        this.refusal = refusal;
    }

    PublicationType type() {
        return type;
    }

    boolean isAllowed(Listing listing) {
        return allowed.test(listing);
    }

    String refusal() {
        return refusal;
    }
}
