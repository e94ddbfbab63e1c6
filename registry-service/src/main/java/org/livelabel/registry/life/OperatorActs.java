package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;

/** The operator's commands on one product. Whoever calls has checked who may. */
@ApplicationScoped
class OperatorActs {
    private final LifeFacts facts;
    private final DraftTransfers drafts;
    private final Organisations organisations;
    private final PublicationLog log;
    private final Idempotency idempotency;

    OperatorActs(
            LifeFacts facts,
            DraftTransfers drafts,
            Organisations organisations,
            PublicationLog log,
            Idempotency idempotency) {
        this.facts = facts;
        this.drafts = drafts;
        this.organisations = organisations;
        this.log = log;
        this.idempotency = idempotency;
    }

    @Transactional
    JsonNode act(Membership operator, OperatorAct act, UUID product, JsonNode request, String key) {
        String command = act.name().toLowerCase(Locale.ROOT) + " " + product + " " + request;
        return idempotency.once(operator.id(), key, command, () -> {
            facts.lock(List.of(product));
            ProductState state = facts.require(product);
            if (!act.isAllowed(state.listing())) {
                throw Problem.of(ProblemType.LIFE_CYCLE, act.refusal());
            }
            log.append(List.of(new Fact(
                            act.type(),
                            Subject.product(product),
                            state.manufacturer(),
                            operator.id(),
                            facts.data(request))
                    .entry()));
            return facts.view(product);
        });
    }

    /** The envelope's manufacturer is the new one: whose product it is from this entry on. */
    @Transactional
    JsonNode handOver(Membership operator, UUID product, JsonNode request, String key) {
        UUID to = UUID.fromString(request.get("to").asText());
        return idempotency.once(operator.id(), key, "hand-over " + product + " " + request, () -> {
            facts.lock(List.of(product));
            ProductState state = facts.require(product);
            requireTakesProducts(to);
            if (to.equals(state.manufacturer()) && to.equals(state.publisher())) {
                throw Problem.at(ProblemType.LIFE_CYCLE, "/to", "has this product already");
            }
            var data = facts.data(request).put("from", state.manufacturer().toString());
            log.append(List.of(
                    new Fact(PublicationType.PRODUCT_HANDED_OVER, Subject.product(product), to, operator.id(), data)
                            .entry()));
            drafts.handOver(product, to);
            return facts.view(product);
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
