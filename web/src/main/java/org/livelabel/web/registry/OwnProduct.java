package org.livelabel.web.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.Received;

/** A product as its organisation's members see it, published or not, read as far as it can be read. */
public record OwnProduct(
        @Nullable UUID id,
        @Nullable String labelCode,
        @Nullable String productRef,
        @Nullable String name,
        @Nullable String category,
        boolean published,
        @Nullable String listing,
        @Nullable Draft draft) {

    static OwnProduct of(Received product) {
        product.expects("id", "label_code", "published");
        return new OwnProduct(
                product.id("id"),
                product.text("label_code"),
                product.text("product_ref"),
                product.text("name"),
                product.text("category"),
                product.flag("published"),
                product.text("listing"),
                product.has("draft") ? Draft.of(product.part("draft")) : null);
    }

    public boolean withdrawn() {
        return "withdrawn".equals(listing);
    }

    public boolean changesPending() {
        return draft != null && draft.changesPending();
    }

    /** @param changesPending it differs from what is published */
    public record Draft(@Nullable Instant updatedAt, boolean changesPending) {
        static Draft of(Received draft) {
            return new Draft(draft.moment("updated_at"), draft.flag("changes_pending"));
        }
    }
}
