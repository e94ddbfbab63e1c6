package org.livelabel.web.registry;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.web.service.Reads;
import org.livelabel.web.service.ServiceRefusedException;

/** Reads registry-service. Throws what {@link Reads} throws where a method does not say otherwise. */
@ApplicationScoped
public class Registry {
    private static final String NAME = "registry-service";
    private static final int PAGE = 50;

    @Inject
    @RestClient
    RegistryApi api;

    @Inject
    @RestClient
    RegistryMembersApi membersApi;

    /** What is listed, by name. {@code publisher} and {@code manufacturer} narrow it to one organisation. */
    public Listed<Product> products(ProductFilter filter, @Nullable String cursor) {
        return listed(() -> api.products(
                filter.q(), filter.category(), filter.manufacturer(), filter.publisher(), cursor, filter.limit()));
    }

    /** @param on the state at the end of that UTC day; null for now */
    public Optional<Product> product(UUID id, @Nullable LocalDate on) {
        return found(() -> api.product(id, on));
    }

    public Optional<Product> product(Gtin gtin) {
        return found(() -> api.productByGtin(gtin.value()));
    }

    public Listed<Organisation> organisations(@Nullable String q, @Nullable String kind, @Nullable String cursor) {
        return listed(() -> api.organisations(q, kind, cursor, PAGE));
    }

    public Optional<Organisation> organisation(UUID id) {
        return found(() -> api.organisation(id));
    }

    // who would wait for another page's question for longer asks for itself, if there is a place
    @CacheResult(cacheName = "categories", lockTimeout = 50)
    public List<Category> categories() {
        return Reads.from(NAME, api::categories).categories();
    }

    /** With drafts; as the signed-in person, who must be a member. */
    public Listed<OwnProduct> productsOf(UUID organisation, @Nullable String cursor) {
        return listed(() -> membersApi.products(organisation, cursor, PAGE));
    }

    private static <T> Listed<T> listed(Supplier<RegistryApi.Batch<T>> call) {
        RegistryApi.Batch<T> batch = Reads.from(NAME, call);
        return new Listed<>(batch.items(), cursorOf(batch.next()));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(Reads.from(NAME, call));
        } catch (ServiceRefusedException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static @Nullable String cursorOf(@Nullable String next) {
        if (next == null) {
            return null;
        }
        URI link = UriBuilder.fromUri(next).build();
        return Stream.of(
                        link.getRawQuery() == null
                                ? new String[0]
                                : link.getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("cursor="))
                .map(parameter -> URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }
}
