package org.livelabel.registry.firmware;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Products;

/** Public reads of firmware releases. A release that was taken back stays in the list and says why. */
@Path("/v1/products/{id}/firmware")
public class FirmwareReadResource {
    @Inject
    FirmwareReleaseRepository rows;

    @Inject
    Products products;

    @Inject
    Cacheable cacheable;

    @GET
    @PermitAll
    @Transactional
    @Operation(operationId = "listFirmware", summary = "A product's firmware releases, the newest first")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri,
            @Context Request request) {
        requireListed(id);
        List<@Nullable String> filters = List.of(id.toString());
        int size = Page.limit(limit);
        Page<FirmwareResponse> page = PageLinks.page(
                uri,
                rows.list(id, below(Cursor.read(cursor, filters)), size + 1),
                size,
                FirmwareResponse::of,
                row -> new Cursor(Integer.toString(row.release), id.toString()).write(filters));
        return cacheable.answer(request, page);
    }

    @GET
    @Path("{version}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getFirmware", summary = "One firmware release")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = FirmwareResponse.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("version") String version, @Context Request request) {
        requireListed(id);
        FirmwareRelease row = rows.byVersion(id, version)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "This product has no published firmware " + version + ". The list is at /v1/products/" + id
                                + "/firmware."));
        return cacheable.answer(request, FirmwareResponse.of(row));
    }

    private void requireListed(UUID id) {
        if (products.find(id).isEmpty()) {
            throw Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + ".");
        }
    }

    private static int below(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(cursor.sortKey());
        } catch (NumberFormatException e) {
            throw Problem.at(
                    ProblemType.INVALID_CURSOR, "cursor", "was not made by this list; take it from the next link");
        }
    }
}
