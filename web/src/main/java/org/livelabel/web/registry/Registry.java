package org.livelabel.web.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.web.service.Reads;
import org.livelabel.web.service.Received;
import org.livelabel.web.service.ServiceRefusedException;
import org.livelabel.web.service.Unreadable;

/**
 * Reads registry-service, as far as its answers can be read: an odd record costs nobody the others. Throws what {@link Reads} throws where a method does not say otherwise.
 */
@ApplicationScoped
public class Registry {
    private static final int PAGE = 50;

    private final RegistryApi api;
    private final RegistryMembersApi membersApi;
    private final Unreadable unreadable;

    Registry(@RestClient RegistryApi api, @RestClient RegistryMembersApi membersApi, Unreadable unreadable) {
        this.api = api;
        this.membersApi = membersApi;
        this.unreadable = unreadable;
    }

    /** What is listed, by name. {@code publisher} and {@code manufacturer} narrow it to one organisation. */
    public Listed<Product> products(ProductFilter filter, @Nullable String cursor) {
        ProductFilter.Example example = filter.example();
        return listed(
                "product",
                Product::of,
                () -> api.products(
                        filter.q(),
                        filter.category(),
                        filter.manufacturer(),
                        filter.publisher(),
                        example == null ? null : example.supportStatus(),
                        example == null ? null : example.worksOffline(),
                        example == null ? null : "listed",
                        example == null ? null : "good",
                        cursor,
                        filter.limit()));
    }

    /** @param on the state at the end of that UTC day; null for now */
    public Optional<Product> product(UUID id, @Nullable LocalDate on) {
        return found("product", Product::of, () -> api.product(id, on));
    }

    public Optional<Product> product(Gtin gtin) {
        return found("product", Product::of, () -> api.productByGtin(gtin.value()));
    }

    /** @param on what was public at the end of that UTC day; null for now */
    public Optional<SupportLedger> supportLedger(UUID product, @Nullable LocalDate on) {
        return found("support", SupportLedger::of, () -> api.support(product, on));
    }

    public Listed<Organisation> organisations(@Nullable String q, @Nullable String kind, @Nullable String cursor) {
        return listed("organisation", Organisation::of, () -> api.organisations(q, kind, cursor, PAGE));
    }

    public Optional<Organisation> organisation(UUID id) {
        return found("organisation", Organisation::of, () -> api.organisation(id));
    }

    // who would wait for another page's question for longer asks for itself, if there is a place
    @CacheResult(cacheName = "categories", lockTimeout = 50)
    public List<Category> categories() {
        return unreadable
                .read("categories", Reads.from(Reads.REGISTRY, api::categories))
                .parts("categories", "category")
                .stream()
                .map(Category::of)
                .toList();
    }

    /** With drafts; as the signed-in person, who must be a member. */
    public Listed<OwnProduct> productsOf(UUID organisation, @Nullable String cursor) {
        return listed("own_product", OwnProduct::of, () -> membersApi.products(organisation, cursor, PAGE));
    }

    private <T> Listed<T> listed(String what, Function<Received, T> reader, Supplier<JsonNode> call) {
        Received batch =
                unreadable.read("list", Reads.from(Reads.REGISTRY, call)).expects("items");
        return new Listed<>(batch.parts("items", what).stream().map(reader).toList(), cursorOf(batch.text("next")));
    }

    private <T> Optional<T> found(String what, Function<Received, T> reader, Supplier<JsonNode> call) {
        try {
            return Optional.of(reader.apply(unreadable.read(what, Reads.from(Reads.REGISTRY, call))));
        } catch (ServiceRefusedException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The last page, if the address of the next one has no cursor that can be read. */
    static @Nullable String cursorOf(@Nullable String next) {
        if (next == null) {
            return null;
        }
        try {
            return Stream.of(next.substring(next.indexOf('?') + 1).split("&"))
                    .filter(parameter -> parameter.startsWith("cursor="))
                    .map(parameter -> URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
