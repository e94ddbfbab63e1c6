package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** An operator makes a GTIN lead to another product: released in one entry and taken in the next, at one moment. */
@ApplicationScoped
class GtinMoves {
    private final Publishing publishing;
    private final ListedProducts listed;
    private final Products products;
    private final Reasons reasons;
    private final DraftTransfers drafts;

    GtinMoves(Publishing publishing, ListedProducts listed, Products products, Reasons reasons, DraftTransfers drafts) {
        this.publishing = publishing;
        this.listed = listed;
        this.products = products;
        this.reasons = reasons;
        this.drafts = drafts;
    }

    JsonNode move(Actor operator, String gtin, JsonNode request, String key) {
        UUID to = UUID.fromString(request.get("to").asText());
        UUID from = holder(gtin);
        if (from == null) {
            throw Problem.of(
                    ProblemType.NOT_LISTED,
                    "GTIN " + gtin + " never led to a product, so whoever owns it can take it: put it into a draft.");
        }
        String command = "move " + gtin + " " + request;
        return publishing.once(operator, key, command, Locks.products(from, to), () -> {
            if (!from.equals(holder(gtin))) {
                throw Problem.of(
                        ProblemType.LIFE_CYCLE, "The GTIN changed hands a moment ago. Look where it leads now.");
            }
            ProductState target = listed.find(to)
                    .orElseThrow(() ->
                            Problem.at(ProblemType.INVALID_CONTENT, "/to", "must be the id of a published product"));
            if (target.gtins().contains(gtin)) {
                throw Problem.at(ProblemType.LIFE_CYCLE, "/to", "is the product that " + gtin + " leads to already");
            }
            drafts.removeGtin(from, gtin);
            drafts.addGtin(to, gtin);
            return Outcome.of(
                    moves(operator.organisation(), gtin, listed.require(from), target, request),
                    published -> listed.view(to));
        });
    }

    private List<Entry> moves(UUID operator, String gtin, ProductState holder, ProductState target, JsonNode request) {
        DocumentRef reason = reasons.storeIfGiven(request);
        List<Entry> moves = new ArrayList<>();
        if (holder.gtins().contains(gtin)) {
            List<String> left =
                    holder.gtins().stream().filter(g -> !g.equals(gtin)).toList();
            moves.add(new GtinsChanged(about(operator, holder), reason, List.of(), List.of(gtin), left));
        }
        List<String> more = new ArrayList<>(target.gtins());
        more.add(gtin);
        moves.add(new GtinsChanged(about(operator, target), reason, List.of(gtin), List.of(), more));
        return moves;
    }

    private static About about(UUID operator, ProductState product) {
        return new About(Subject.product(product.id()), product.manufacturer(), operator);
    }

    private @Nullable UUID holder(String gtin) {
        return products.holders(List.of(gtin)).get(gtin);
    }
}
