package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ProductSuperseded;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** A maker puts one of its products in the place of another. The chain of successors never comes back to itself. */
@ApplicationScoped
class Supersessions {
    private final Publishing publishing;
    private final ListedProducts products;
    private final Reasons reasons;

    Supersessions(Publishing publishing, ListedProducts products, Reasons reasons) {
        this.publishing = publishing;
        this.products = products;
        this.reasons = reasons;
    }

    JsonNode supersede(Actor maker, UUID product, JsonNode request, String key) {
        UUID by = UUID.fromString(request.get("by").asText());
        Locks locks = Locks.own(product).and(by).andSuccessors();
        return publishing.once(maker, key, "supersede " + product + " " + request, locks, () -> {
            ProductState old = products.require(product);
            requireSuccessor(old, by);
            if (!old.listing().state().mayBecome(ListingState.SUPERSEDED)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "It is superseded already, or its listing has ended.");
            }
            return Outcome.of(
                    new ProductSuperseded(
                            new About(Subject.product(product), old.manufacturer(), old.publisher()),
                            reasons.storeIfGiven(request),
                            by),
                    published -> products.view(product));
        });
    }

    private void requireSuccessor(ProductState old, UUID by) {
        for (UUID next = by; next != null; next = successor(next)) {
            if (next.equals(old.id())) {
                throw Problem.at(
                        ProblemType.LIFE_CYCLE,
                        "/by",
                        "leads back to this product; name one that this one does not follow");
            }
        }
        ProductState successor = products.find(by)
                .filter(p -> p.manufacturer().equals(old.manufacturer()))
                .orElseThrow(() -> Problem.at(
                        ProblemType.INVALID_CONTENT,
                        "/by",
                        "must be another published product of the same manufacturer"));
        ListingState state = successor.listing().state();
        if (state == ListingState.WITHDRAWN || state == ListingState.ORPHANED) {
            throw Problem.at(ProblemType.LIFE_CYCLE, "/by", "is no longer listed itself; name one that is");
        }
    }

    private @Nullable UUID successor(UUID product) {
        return products.find(product).map(p -> p.listing().supersededBy()).orElse(null);
    }
}
