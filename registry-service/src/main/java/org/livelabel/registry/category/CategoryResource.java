package org.livelabel.registry.category;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.registry.caching.Cacheable;

/** The lists that a product's {@code device_group} and {@code category} are taken from. */
@Path("/v1/categories")
public class CategoryResource {
    private final Categories categories;
    private final Cacheable cacheable;

    CategoryResource(Categories categories, Cacheable cacheable) {
        this.categories = categories;
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCategories", summary = "Device groups and categories, with the version of the list")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Categories.Catalogue.class)))
    public Response list(@Context Request request) {
        return cacheable.answer(request, categories.catalogue());
    }
}
