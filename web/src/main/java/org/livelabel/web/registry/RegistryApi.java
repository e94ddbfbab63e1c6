package org.livelabel.web.registry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The public reads of registry-service. */
@RegisterRestClient(configKey = "registry")
@Path("/v1")
interface RegistryApi {
    @GET
    @Path("/products")
    Batch<Product> products(
            @QueryParam("q") @Nullable String q,
            @QueryParam("category") @Nullable String category,
            @QueryParam("manufacturer") @Nullable UUID manufacturer,
            @QueryParam("publisher") @Nullable UUID publisher,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/products/{id}")
    Product product(@PathParam("id") UUID id, @QueryParam("on") @Nullable LocalDate on);

    @GET
    @Path("/products/by-gtin/{gtin}")
    Product productByGtin(@PathParam("gtin") String gtin);

    @GET
    @Path("/organisations")
    Batch<Organisation> organisations(
            @QueryParam("q") @Nullable String q,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/organisations/{id}")
    Organisation organisation(@PathParam("id") UUID id);

    @GET
    @Path("/categories")
    Catalogue categories();

    /** @param next path and query of the next page; absent on the last one */
    record Batch<T>(List<T> items, @Nullable String next) {}

    record Catalogue(List<Category> categories) {}
}
