package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ProductHandedOver;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** The operator's commands on one product. */
@ApplicationScoped
class OperatorActs {
    private final Publishing publishing;
    private final ListedProducts products;
    private final Reasons reasons;
    private final DraftTransfers drafts;
    private final Organisations organisations;

    OperatorActs(
            Publishing publishing,
            ListedProducts products,
            Reasons reasons,
            DraftTransfers drafts,
            Organisations organisations) {
        this.publishing = publishing;
        this.products = products;
        this.reasons = reasons;
        this.drafts = drafts;
        this.organisations = organisations;
    }

    JsonNode act(Actor operator, OperatorAct act, UUID product, JsonNode request, String key) {
        String command = act.name().toLowerCase(Locale.ROOT) + " " + product + " " + request;
        return publishing.once(operator, key, command, Locks.products(product), () -> {
            ProductState state = products.require(product);
            if (!act.isAllowed(state.listing())) {
                throw Problem.of(ProblemType.LIFE_CYCLE, act.refusal());
            }
            About about = new About(Subject.product(product), state.manufacturer(), operator.organisation());
            return Outcome.of(act.entry(about, reasons.store(request)), published -> products.view(product));
        });
    }

    /** The envelope's manufacturer is the new one: whose product it is from this entry on. */
    JsonNode handOver(Actor operator, UUID product, JsonNode request, String key) {
        UUID to = UUID.fromString(request.get("to").asText());
        String command = "hand-over " + product + " " + request;
        return publishing.once(operator, key, command, Locks.products(product), () -> {
            ProductState state = products.require(product);
            requireTakesProducts(to);
            if (to.equals(state.manufacturer()) && to.equals(state.publisher())) {
                throw Problem.at(ProblemType.LIFE_CYCLE, "/to", "has this product already");
            }
            drafts.handOver(product, to);
            About about = new About(Subject.product(product), to, operator.organisation());
            return Outcome.of(
                    new ProductHandedOver(about, reasons.storeIfGiven(request), state.manufacturer()),
                    published -> products.view(product));
        });
    }

    private void requireTakesProducts(UUID organisation) {
        Optional<OrganisationFacts> owner = organisations
                .find(organisation)
                .filter(o -> o.kind().equals("manufacturer") && o.verified() && !o.suspended());
        if (owner.isEmpty()) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT,
                    "/to",
                    "must be a manufacturer that is listed here, verified and not suspended");
        }
    }
}
