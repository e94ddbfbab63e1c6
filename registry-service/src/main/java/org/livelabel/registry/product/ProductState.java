package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentRef;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.promise.SupportRecord;

/**
 * A product as its publications left it: a fold over the log, the same whether it is kept up entry by entry, rebuilt, or
 * made for a day in the past.
 *
 * @param gtins 14 digits each, in the maker's order
 * @param asOfIndex the last publication about it that is contained here
 */
public record ProductState(
        UUID id,
        String labelCode,
        Identity identity,
        List<String> gtins,
        UUID manufacturer,
        UUID publisher,
        Listing listing,
        @Nullable SupportRecord support,
        @Nullable DisclosureVersion disclosure,
        Instant registeredAt,
        long asOfIndex) {

    /**
     * The state after one more publication about the product.
     *
     * @param before null before the product was registered
     */
    static @Nullable ProductState after(
            @Nullable ProductState before, Publication publication, Texts documents, ObjectMapper mapper) {
        Builder state =
                switch (publication.type()) {
                    case PRODUCT_REGISTERED -> new Builder(publication);
                    case PRODUCT_CHANGED,
                            PRODUCT_WITHDRAWN,
                            PRODUCT_SUPERSEDED,
                            PRODUCT_ORPHANED,
                            PRODUCT_SUSPENDED,
                            PRODUCT_LIFTED,
                            PRODUCT_REVOKED,
                            PRODUCT_HANDED_OVER,
                            GTINS_CHANGED,
                            SUPPORT_COMMITTED,
                            DISCLOSURE_PUBLISHED ->
                        new Builder(Objects.requireNonNull(before, "a publication about a product nobody registered"));
                    // what has a record of its own
                    default -> null;
                };
        if (state == null) {
            return before;
        }
        JsonNode data = publication.data();
        state.asOfIndex = publication.index();
        switch (publication.type()) {
            case PRODUCT_REGISTERED, PRODUCT_CHANGED -> {
                state.identity = Identity.of(publication, documents);
                state.manufacturer = publication.manufacturer();
                state.publisher = publication.publisher();
            }
            case PRODUCT_HANDED_OVER -> {
                // the operator publishes it; from here on the new owner keeps the label
                state.manufacturer = publication.manufacturer();
                state.publisher = publication.manufacturer();
                state.listing = state.listing.after(publication, documents);
            }
            case GTINS_CHANGED -> {
                List<String> gtins = new ArrayList<>();
                data.get("gtins").forEach(gtin -> gtins.add(gtin.asText()));
                state.gtins = List.copyOf(gtins);
            }
            case SUPPORT_COMMITTED -> state.support = SupportRecord.of(publication, documents);
            case DISCLOSURE_PUBLISHED ->
                state.disclosure = new DisclosureVersion(
                        data.get("version").asInt(),
                        publication.publishedAt(),
                        publication.effectiveOn(),
                        mapper.convertValue(data.get("document"), DocumentRef.class),
                        Claimant.of(publication.manufacturer(), publication.publisher()));
            default -> state.listing = state.listing.after(publication, documents);
        }
        return state.build();
    }

    private static final class Builder {
        private final UUID id;
        private final String labelCode;
        private final Instant registeredAt;
        private @Nullable Identity identity;
        private List<String> gtins = List.of();
        private UUID manufacturer;
        private UUID publisher;
        private Listing listing;
        private @Nullable SupportRecord support;
        private @Nullable DisclosureVersion disclosure;
        private long asOfIndex;

        Builder(Publication registered) {
            id = registered.subject().id();
            labelCode = registered.data().get("label_code").asText();
            registeredAt = registered.publishedAt();
            manufacturer = registered.manufacturer();
            publisher = registered.publisher();
            listing = Listing.begun(registered.publishedAt());
        }

        Builder(ProductState before) {
            id = before.id;
            labelCode = before.labelCode;
            registeredAt = before.registeredAt;
            identity = before.identity;
            gtins = before.gtins;
            manufacturer = before.manufacturer;
            publisher = before.publisher;
            listing = before.listing;
            support = before.support;
            disclosure = before.disclosure;
        }

        ProductState build() {
            return new ProductState(
                    id,
                    labelCode,
                    Objects.requireNonNull(identity),
                    gtins,
                    manufacturer,
                    publisher,
                    listing,
                    support,
                    disclosure,
                    registeredAt,
                    asOfIndex);
        }
    }
}
