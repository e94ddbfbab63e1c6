package org.livelabel.web.registry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The public reads of registry-service, as they came: {@link Registry} reads them. */
@RegisterRestClient(configKey = "registry")
@Path("/v1")
interface RegistryApi {
    @GET
    @Path("/products")
    JsonNode products(
            @QueryParam("q") @Nullable String q,
            @QueryParam("category") @Nullable String category,
            @QueryParam("manufacturer") @Nullable UUID manufacturer,
            @QueryParam("publisher") @Nullable UUID publisher,
            @QueryParam("support_status") @Nullable String supportStatus,
            @QueryParam("works_offline") @Nullable String worksOffline,
            @QueryParam("listing") @Nullable String listing,
            @QueryParam("standing") @Nullable String standing,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/products/{id}")
    JsonNode product(@PathParam("id") UUID id, @QueryParam("on") @Nullable LocalDate on);

    @GET
    @Path("/products/{id}/support")
    JsonNode support(@PathParam("id") UUID id, @QueryParam("on") @Nullable LocalDate on);

    @GET
    @Path("/products/by-gtin/{gtin}")
    JsonNode productByGtin(@PathParam("gtin") String gtin);

    @GET
    @Path("/organisations")
    JsonNode organisations(
            @QueryParam("q") @Nullable String q,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/organisations/{id}")
    JsonNode organisation(@PathParam("id") UUID id);

    @GET
    @Path("/categories")
    JsonNode categories();
}
