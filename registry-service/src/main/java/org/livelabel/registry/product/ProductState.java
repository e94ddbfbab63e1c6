package org.livelabel.registry.product;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.ContentWithheld;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.FirmwareReleased;
import org.livelabel.registry.entry.FirmwareWithdrawn;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.LifeChanged;
import org.livelabel.registry.entry.OrganisationDescribed;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.ProductChanged;
import org.livelabel.registry.entry.ProductDescribed;
import org.livelabel.registry.entry.ProductHandedOver;
import org.livelabel.registry.entry.ProductRegistered;
import org.livelabel.registry.entry.SupportCommitted;
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
    static @Nullable ProductState after(@Nullable ProductState before, Publication publication, Texts documents) {
        Builder state;
        switch (publication.entry()) {
            case ProductRegistered registered -> {
                state = new Builder(publication, registered);
                state.describe(registered, documents);
            }
            case ProductChanged changed -> {
                state = after(before);
                state.describe(changed, documents);
            }
            case LifeChanged life -> {
                state = after(before);
                state.listing = state.listing.after(life, publication.publishedAt(), documents);
                if (life instanceof ProductHandedOver) {
                    // the operator publishes it; from here on the new owner keeps the label
                    state.manufacturer = life.manufacturer();
                    state.publisher = life.manufacturer();
                }
            }
            case GtinsChanged moved -> {
                state = after(before);
                state.gtins = moved.gtins();
            }
            case SupportCommitted support -> {
                state = after(before);
                state.support = SupportRecord.of(publication, support, documents);
            }
            case DisclosurePublished disclosure -> {
                state = after(before);
                state.disclosure = new DisclosureVersion(
                        disclosure.version(),
                        publication.publishedAt(),
                        publication.effectiveOn(),
                        disclosure.document(),
                        disclosure.claimant());
            }
            // what has a record of its own, or is about something else
            case FirmwareReleased _,
                    FirmwareWithdrawn _,
                    PolicyPublished _,
                    OrganisationDescribed _,
                    ContentWithheld _ -> {
                return before;
            }
        }
        state.asOfIndex = publication.index();
        return state.build();
    }

    private static Builder after(@Nullable ProductState before) {
        return new Builder(Objects.requireNonNull(before, "a publication about a product nobody registered"));
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

        Builder(Publication publication, ProductRegistered registered) {
            id = registered.subject().id();
            labelCode = registered.labelCode();
            registeredAt = publication.publishedAt();
            manufacturer = registered.manufacturer();
            publisher = registered.publisher();
            listing = Listing.begun(publication.publishedAt());
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

        void describe(ProductDescribed described, Texts documents) {
            identity = Identity.of(described, documents);
            manufacturer = described.manufacturer();
            publisher = described.publisher();
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
