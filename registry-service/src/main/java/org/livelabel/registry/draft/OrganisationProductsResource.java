package org.livelabel.registry.draft;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.json.StrictJson;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.Products;

/** An organisation's own view of its products, drafts included. Its members only. */
@Path("/v1/organisations")
@Authenticated
public class OrganisationProductsResource {
    @Inject
    Caller caller;

    @Inject
    DraftRepository rows;

    @Inject
    Products products;

    @GET
    @Path("{organisation}/products")
    @Transactional
    @Operation(operationId = "listOrganisationProducts", summary = "Products of an organisation you are a member of")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = OwnProduct.class)))
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
        Page<OwnProduct> page = PageLinks.page(
                uri,
                rows.list(organisation, Cursor.read(cursor, filters), size + 1),
                size,
                this::own,
                draft -> new Cursor(draft.sortName, draft.id.toString()).write(filters));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private OwnProduct own(Draft draft) {
        var identity =
                draft.content == null ? null : StrictJson.parse(draft.content).get("identity");
        return new OwnProduct(
                draft.id,
                draft.labelCode,
                draft.productRef,
                identity == null ? null : identity.get("name").asText(),
                identity == null ? null : identity.get("category").asText(),
                draft.isPublished(),
                products.find(draft.id).map(p -> p.listing().state()).orElse(null),
                new DraftSummary(draft.draftVersion, draft.updatedAt, draft.hasChanges()));
    }

    @Schema(name = "OwnProduct")
    record OwnProduct(
            UUID id,
            String labelCode,
            @Nullable String productRef,
            @Nullable String name,
            @Nullable String category,
            boolean published,
            @Nullable ListingState listing,
            DraftSummary draft) {}

    /** @param changesPending whether the draft was written after it was last published */
    @Schema(name = "DraftSummary")
    record DraftSummary(int version, Instant updatedAt, boolean changesPending) {}
}
