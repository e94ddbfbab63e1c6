package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;

/** What every command on a product's life needs: the product, held against others, the reason, and the answer. */
@ApplicationScoped
class LifeFacts {
    private final DraftTransfers drafts;
    private final Products products;
    private final ProductViews views;
    private final Documents documents;
    private final ObjectMapper mapper;
    private final Day day;

    LifeFacts(
            DraftTransfers drafts,
            Products products,
            ProductViews views,
            Documents documents,
            ObjectMapper mapper,
            Day day) {
        this.drafts = drafts;
        this.products = products;
        this.views = views;
        this.documents = documents;
        this.mapper = mapper;
        this.day = day;
    }

    /** Held to the end of the transaction; read a product only after this. */
    void lock(Collection<UUID> ids) {
        drafts.lock(ids);
    }

    Optional<ProductState> find(UUID id) {
        return products.find(id);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    ProductState require(UUID id) {
        return find(id).orElseThrow(
                        () -> Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + "."));
    }

    /** An entry's data so far: the reason's document, if the request gives a reason. */
    ObjectNode data(JsonNode request) {
        ObjectNode data = mapper.createObjectNode();
        if (request.has("reason")) {
            ObjectNode document = mapper.createObjectNode().set("reason", request.get("reason"));
            data.set("document", mapper.valueToTree(documents.store(document)));
        }
        return data;
    }

    /** As the API shows it now. */
    ProductResponse view(UUID id) {
        return views.views(List.of(require(id)), day.today()).getFirst();
    }
}
