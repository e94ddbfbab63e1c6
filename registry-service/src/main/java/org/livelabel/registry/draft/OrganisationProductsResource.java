package org.livelabel.registry.draft;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;

/** An organisation's own view of its products, drafts included. Its members only. */
@Path("/v1/organisations")
@Authenticated
public class OrganisationProductsResource {
    private final Caller caller;
    private final OwnProducts products;

    OrganisationProductsResource(Caller caller, OwnProducts products) {
        this.caller = caller;
        this.products = products;
    }

    @GET
    @Path("{organisation}/products")
    @Operation(operationId = "listOrganisationProducts", summary = "Products of an organisation you are a member of")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = OwnProducts.OwnProduct.class)))
    public Response list(
            @PathParam("organisation") UUID organisation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        if (caller.membershipIn(organisation).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "You are not a member of an organisation " + organisation + ".");
        }
        List<@Nullable String> filters = List.of(organisation.toString());
        int size = Page.limit(limit);
        Page<OwnProducts.OwnProduct> page = PageLinks.page(
                uri,
                products.list(organisation, Cursor.read(cursor, filters), size + 1),
                size,
                OwnProducts.Row::product,
                row -> new Cursor(row.sortName(), row.product().id().toString()).write(filters));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
