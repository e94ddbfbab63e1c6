package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.Drafts;
import org.livelabel.registry.draft.Plans;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;

/** A maker ends a listing, and with it a time that was set for its draft. Whoever calls has checked who may. */
@ApplicationScoped
class Withdrawals {
    private final Drafts drafts;
    private final Plans plans;
    private final Products products;
    private final ProductViews views;
    private final Idempotency idempotency;
    private final Documents documents;
    private final PublicationLog log;
    private final ObjectMapper mapper;
    private final Day day;

    Withdrawals(
            Drafts drafts,
            Plans plans,
            Products products,
            ProductViews views,
            Idempotency idempotency,
            Documents documents,
            PublicationLog log,
            ObjectMapper mapper,
            Day day) {
        this.drafts = drafts;
        this.plans = plans;
        this.products = products;
        this.views = views;
        this.idempotency = idempotency;
        this.documents = documents;
        this.log = log;
        this.mapper = mapper;
        this.day = day;
    }

    @Transactional
    JsonNode withdraw(Membership member, UUID id, JsonNode request, String key) {
        return idempotency.once(
                member.id(), key, "withdraw " + id + " " + request, () -> withdraw(member, id, request));
    }

    private ProductResponse withdraw(Membership member, UUID id, JsonNode request) {
        // held to the end, so that of two withdrawals one sees the other
        drafts.hold(id);
        ProductState product = products.find(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.LIFE_CYCLE, "The product was never published, so there is no listing to end."));
        if (!product.publisher().equals(member.id())) {
            // handed over while the caller was being checked
            throw Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.");
        }
        if (!product.listing().state().mayBecome(ListingState.WITHDRAWN)) {
            throw Problem.of(ProblemType.LIFE_CYCLE, "The listing has ended already.");
        }
        // what ends is not changed by something that was planned before
        plans.end(id);
        ObjectNode data = mapper.createObjectNode();
        data.set("document", mapper.valueToTree(documents.store(request)));
        log.append(List.of(new Fact(
                        PublicationType.PRODUCT_WITHDRAWN,
                        Subject.product(id),
                        product.manufacturer(),
                        product.publisher(),
                        data)
                .entry()));
        return views.views(List.of(products.find(id).orElseThrow()), day.today())
                .getFirst();
    }
}
