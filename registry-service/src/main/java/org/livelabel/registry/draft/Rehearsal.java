package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.PublicProducts;

/**
 * What rows that are only tried would leave behind, over what is really there: drafts, products, texts. It is kept in memory,
 * so nobody waits for a rehearsal and nothing of it has to be taken back.
 */
public final class Rehearsal implements PublicProducts, Texts {
    private final Products products;
    private final Documents documents;
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<UUID, ProductState> published = new HashMap<>();
    private final Map<String, UUID> holders = new HashMap<>();
    private final Map<String, JsonNode> texts = new HashMap<>();

    Rehearsal(Products products, Documents documents) {
        this.products = products;
        this.documents = documents;
    }

    /** To be changed at will; null if no row wrote it so far. */
    public @Nullable Draft draft(String productRef) {
        Draft draft = drafts.get(productRef);
        return draft == null ? null : new Draft(draft.row.copy());
    }

    public void keep(String productRef, Draft draft) {
        drafts.put(productRef, draft);
    }

    void publish(UUID product, List<Publication> publications) {
        ProductState state = products.after(find(product).orElse(null), publications, this);
        published.put(product, Objects.requireNonNull(state));
        state.gtins().forEach(gtin -> holders.put(gtin, product));
    }

    @Override
    public Optional<ProductState> find(UUID id) {
        return Optional.ofNullable(published.get(id)).or(() -> products.find(id));
    }

    @Override
    public Map<String, UUID> holders(Collection<String> wanted) {
        Map<String, UUID> found = new HashMap<>(products.holders(wanted));
        holders.forEach((gtin, product) -> {
            if (wanted.contains(gtin)) {
                found.put(gtin, product);
            }
        });
        return found;
    }

    @Override
    public DocumentRef store(JsonNode content) {
        DocumentRef reference = Documents.refTo(content);
        texts.put(reference.sha256(), documents.rehearse(content));
        return reference;
    }

    @Override
    public JsonNode read(String sha256) {
        JsonNode text = texts.get(sha256);
        return text == null ? documents.read(sha256) : text;
    }
}
