package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.LockOrder;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;

/** A maker puts one of its products in the place of another. The chain of successors never comes back to itself. */
@ApplicationScoped
class Supersessions {
    private final LifeFacts facts;
    private final PublicationLog log;
    private final Idempotency idempotency;
    private final LockOrder lockOrder;

    Supersessions(LifeFacts facts, PublicationLog log, Idempotency idempotency, LockOrder lockOrder) {
        this.facts = facts;
        this.log = log;
        this.idempotency = idempotency;
        this.lockOrder = lockOrder;
    }

    @Transactional
    JsonNode supersede(Membership maker, UUID product, JsonNode request, String key) {
        UUID by = UUID.fromString(request.get("by").asText());
        return idempotency.once(maker.id(), key, "supersede " + product + " " + request, () -> {
            lockOrder.successors();
            facts.lock(List.of(product, by));
            ProductState old = facts.require(product);
            if (!old.publisher().equals(maker.id())) {
                throw Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.");
            }
            requireSuccessor(old, by);
            if (!old.listing().state().mayBecome(ListingState.SUPERSEDED)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "It is superseded already, or its listing has ended.");
            }
            log.append(List.of(new Fact(
                            PublicationType.PRODUCT_SUPERSEDED,
                            Subject.product(product),
                            old.manufacturer(),
                            old.publisher(),
                            facts.data(request).put("by", by.toString()))
                    .entry()));
            return facts.view(product);
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
        ProductState successor = facts.find(by)
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
        return facts.find(product).map(p -> p.listing().supersededBy()).orElse(null);
    }
}
