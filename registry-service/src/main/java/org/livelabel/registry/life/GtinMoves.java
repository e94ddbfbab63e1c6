package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;

/** An operator makes a GTIN lead to another product: released in one entry and taken in the next, at one moment. */
@ApplicationScoped
class GtinMoves {
    private final LifeFacts facts;
    private final Products products;
    private final DraftTransfers drafts;
    private final PublicationLog log;
    private final Idempotency idempotency;
    private final ObjectMapper mapper;

    GtinMoves(
            LifeFacts facts,
            Products products,
            DraftTransfers drafts,
            PublicationLog log,
            Idempotency idempotency,
            ObjectMapper mapper) {
        this.facts = facts;
        this.products = products;
        this.drafts = drafts;
        this.log = log;
        this.idempotency = idempotency;
        this.mapper = mapper;
    }

    @Transactional
    JsonNode move(Membership operator, String gtin, JsonNode request, String key) {
        UUID to = UUID.fromString(request.get("to").asText());
        return idempotency.once(operator.id(), key, "move " + gtin + " " + request, () -> {
            UUID from = holder(gtin);
            if (from == null) {
                throw Problem.of(
                        ProblemType.NOT_LISTED,
                        "GTIN " + gtin
                                + " never led to a product, so whoever owns it can take it: put it into a draft.");
            }
            facts.lock(List.of(from, to));
            if (!from.equals(holder(gtin))) {
                throw Problem.of(
                        ProblemType.LIFE_CYCLE, "The GTIN changed hands a moment ago. Look where it leads now.");
            }
            ProductState target = facts.find(to)
                    .orElseThrow(() ->
                            Problem.at(ProblemType.INVALID_CONTENT, "/to", "must be the id of a published product"));
            if (target.gtins().contains(gtin)) {
                throw Problem.at(ProblemType.LIFE_CYCLE, "/to", "is the product that " + gtin + " leads to already");
            }
            log.append(moves(operator, gtin, facts.require(from), target, request).stream()
                    .map(Fact::entry)
                    .toList());
            drafts.removeGtin(from, gtin);
            drafts.addGtin(to, gtin);
            return facts.view(to);
        });
    }

    private List<Fact> moves(
            Membership operator, String gtin, ProductState holder, ProductState target, JsonNode request) {
        List<Fact> moves = new ArrayList<>();
        if (holder.gtins().contains(gtin)) {
            List<String> left =
                    holder.gtins().stream().filter(g -> !g.equals(gtin)).toList();
            moves.add(fact(operator, holder, data(request, List.of(), List.of(gtin), left)));
        }
        List<String> more = new ArrayList<>(target.gtins());
        more.add(gtin);
        moves.add(fact(operator, target, data(request, List.of(gtin), List.of(), more)));
        return moves;
    }

    private ObjectNode data(JsonNode request, List<String> taken, List<String> released, List<String> gtins) {
        ObjectNode data = facts.data(request);
        data.set("taken", mapper.valueToTree(taken));
        data.set("released", mapper.valueToTree(released));
        data.set("gtins", mapper.valueToTree(gtins));
        return data;
    }

    private static Fact fact(Membership operator, ProductState product, ObjectNode data) {
        return new Fact(
                PublicationType.GTINS_CHANGED,
                Subject.product(product.id()),
                product.manufacturer(),
                operator.id(),
                data);
    }

    private @Nullable UUID holder(String gtin) {
        return products.holders(List.of(gtin)).get(gtin);
    }
}
