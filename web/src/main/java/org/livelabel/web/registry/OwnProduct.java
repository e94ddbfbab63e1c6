package org.livelabel.web.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as its organisation's members see it, published or not. */
public record OwnProduct(
        UUID id,
        String labelCode,
        @Nullable String productRef,
        @Nullable String name,
        @Nullable String category,
        boolean published,
        @Nullable String listing,
        @Nullable Draft draft) {

    public boolean withdrawn() {
        return "withdrawn".equals(listing);
    }

    public boolean changesPending() {
        return draft != null && draft.changesPending();
    }

    /** @param changesPending it differs from what is published */
    public record Draft(@Nullable String version, @Nullable Instant updatedAt, boolean changesPending) {}
}
