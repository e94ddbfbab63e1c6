package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentLink;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.product.ProductResponse.DisclosureView;
import org.livelabel.registry.product.ProductResponse.ListingView;
import org.livelabel.registry.product.ProductResponse.OrganisationName;
import org.livelabel.registry.product.ProductResponse.StandingView;
import org.livelabel.registry.product.ProductResponse.SupportView;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;
import org.livelabel.registry.wiring.RegistrySettings;
import org.livelabel.support.SupportStatus;

/** Makes what the API shows: names from the organisations, the status from the day. */
@ApplicationScoped
public class ProductViews {
    private final Organisations organisations;
    private final RegistrySettings settings;

    ProductViews(Organisations organisations, RegistrySettings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    public List<ProductResponse> views(Collection<ProductState> states, LocalDate today) {
        Set<UUID> ids = new HashSet<>();
        states.forEach(state -> {
            ids.add(state.manufacturer());
            ids.add(state.publisher());
        });
        Map<UUID, String> known = organisations.names(ids);
        return states.stream().map(state -> view(state, today, known::get)).toList();
    }

    ProductResponse view(ProductState state, LocalDate day, Function<UUID, @Nullable String> names) {
        Identity identity = state.identity();
        return new ProductResponse(
                state.id(),
                state.labelCode(),
                settings.labelUrl().resolve("/l/" + state.labelCode()),
                identity.name(),
                identity.model(),
                identity.brand(),
                identity.deviceGroup(),
                identity.category(),
                state.gtins(),
                name(state.manufacturer(), names),
                name(state.publisher(), names),
                Claimant.of(state.manufacturer(), state.publisher()),
                listing(state.listing()),
                support(state.support(), day),
                disclosure(state.disclosure()),
                state.registeredAt(),
                state.asOfIndex());
    }

    private static OrganisationName name(UUID id, Function<UUID, @Nullable String> names) {
        return new OrganisationName(id, Objects.requireNonNullElse(names.apply(id), ""));
    }

    private static ListingView listing(Listing listing) {
        Standing standing = listing.standing();
        return new ListingView(
                listing.state(),
                listing.since(),
                listing.reason(),
                listing.supersededBy(),
                new StandingView(standing.state(), standing.since(), standing.reason()));
    }

    /** What a record of support means on a day; null: nothing was ever said. */
    public static SupportView support(@Nullable SupportRecord support, LocalDate day) {
        if (support == null) {
            return new SupportView(
                    SupportStatus.NOT_STATED.wireName(),
                    SupportTerms.NOT_STATED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        SupportTerms terms = support.terms();
        return new SupportView(
                SupportStatus.of(terms.commitment(), day).wireName(),
                terms.kind(),
                support.version(),
                support.change(),
                support.codes(),
                terms.endOfSecuritySupport(),
                terms.months(),
                terms.generalAvailability(),
                terms.endOfSales(),
                terms.endOfFeatureUpdates(),
                terms.afterEnd(),
                support.reason(),
                terms.provenance(),
                support.claimant(),
                support.publishedAt(),
                support.effectiveOn());
    }

    private static @Nullable DisclosureView disclosure(@Nullable DisclosureVersion disclosure) {
        return disclosure == null
                ? null
                : new DisclosureView(
                        disclosure.version(),
                        disclosure.publishedAt(),
                        disclosure.effectiveOn(),
                        DocumentLink.to(disclosure.document(), null),
                        disclosure.claimant());
    }
}
