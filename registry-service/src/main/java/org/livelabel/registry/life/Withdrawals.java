package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.Plans;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ProductWithdrawn;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** A maker ends a listing, and with it a time that was set for its draft. */
@ApplicationScoped
class Withdrawals {
    private final Publishing publishing;
    private final Plans plans;
    private final ListedProducts products;
    private final Reasons reasons;

    Withdrawals(Publishing publishing, Plans plans, ListedProducts products, Reasons reasons) {
        this.publishing = publishing;
        this.plans = plans;
        this.products = products;
        this.reasons = reasons;
    }

    JsonNode withdraw(Actor maker, UUID id, JsonNode request, String key) {
        return publishing.once(maker, key, "withdraw " + id + " " + request, Locks.own(id), () -> {
            ProductState product = products.find(id)
                    .orElseThrow(() -> Problem.of(
                            ProblemType.LIFE_CYCLE, "The product was never published, so there is no listing to end."));
            if (!product.listing().state().mayBecome(ListingState.WITHDRAWN)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "The listing has ended already.");
            }
            // what ends is not changed by something that was planned before
            plans.end(id);
            return Outcome.of(
                    new ProductWithdrawn(
                            new About(Subject.product(id), product.manufacturer(), product.publisher()),
                            reasons.store(request)),
                    published -> products.view(id));
        });
    }
}
