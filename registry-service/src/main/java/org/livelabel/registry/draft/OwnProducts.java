package org.livelabel.registry.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;

/** An organisation's products as its members see them: two queries for a page, and no draft is read for it. */
@ApplicationScoped
class OwnProducts {
    private final DraftRepository rows;
    private final Products products;

    OwnProducts(DraftRepository rows, Products products) {
        this.rows = rows;
        this.products = products;
    }

    @Transactional
    List<Row> list(UUID organisation, @Nullable Cursor after, int limit) {
        List<OwnDraft> drafts = rows.list(organisation, after, limit);
        Map<UUID, ProductState> published =
                products.find(drafts.stream().map(OwnDraft::id).toList());
        return drafts.stream()
                .map(draft -> new Row(draft.sortName(), own(draft, published.get(draft.id()))))
                .toList();
    }

    private static OwnProduct own(OwnDraft draft, @Nullable ProductState published) {
        return new OwnProduct(
                draft.id(),
                draft.labelCode(),
                draft.productRef(),
                draft.name(),
                draft.category(),
                draft.publishedVersion() > 0,
                published == null ? null : published.listing().state(),
                new DraftSummary(
                        draft.draftVersion(), draft.updatedAt(), draft.draftVersion() != draft.publishedVersion()));
    }

    /** @param sortName where in the list it stands */
    record Row(String sortName, OwnProduct product) {}

    @Schema(name = "OwnProduct")
    record OwnProduct(
            UUID id,
            String labelCode,
            @Nullable String productRef,
            @Nullable String name,
            @Nullable String category,
            boolean published,
            @Nullable ListingState listing,
            DraftSummary draft) {}

    /** @param changesPending whether the draft was written after it was last published */
    @Schema(name = "DraftSummary")
    record DraftSummary(int version, Instant updatedAt, boolean changesPending) {}
}
