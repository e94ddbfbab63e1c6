package org.livelabel.registry.firmware;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Products;

/** Public reads of firmware releases. A release that was taken back stays in the list and says why. */
@Path("/v1/products/{id}/firmware")
public class FirmwareReadResource {
    private static final String ON = "YYYY-MM-DD: what was public at the end of that UTC day";

    private final FirmwareRows rows;
    private final Products products;
    private final Day day;
    private final PublicationLog log;
    private final Cacheable cacheable;

    FirmwareReadResource(FirmwareRows rows, Products products, Day day, PublicationLog log, Cacheable cacheable) {
        this.rows = rows;
        this.products = products;
        this.day = day;
        this.log = log;
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(operationId = "listFirmware", summary = "A product's firmware releases, the newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = FirmwareResponse.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri,
            @Context Request request) {
        Long index = on == null ? log.lastIndex() : null;
        Instant before = listedBefore(id, on);
        List<@Nullable String> filters = Arrays.asList(id.toString(), on);
        int size = Page.limit(limit);
        Page<FirmwareResponse> page = PageLinks.page(
                uri,
                rows.list(id, before, below(Cursor.read(cursor, filters)), size + 1),
                size,
                row -> FirmwareResponse.of(row, before),
                row -> new Cursor(Integer.toString(row.release()), id.toString()).write(filters));
        return cacheable.answer(request, page.asOf(index));
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
    public Response get(
            @PathParam("id") UUID id,
            @PathParam("version") String version,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @Context Request request) {
        Instant before = listedBefore(id, on);
        FirmwareRelease row = rows.byVersion(id, version, before)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "This product has no published firmware " + version + ". The list is at /v1/products/" + id
                                + "/firmware."));
        return cacheable.answer(request, FirmwareResponse.of(row, before));
    }

    /**
     * @return the first moment that is not asked about
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the product was not published before it
     */
    private Instant listedBefore(UUID id, @Nullable String on) {
        if (on == null) {
            if (products.find(id).isEmpty()) {
                throw Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + ".");
            }
            return Day.EVER;
        }
        LocalDate asked = day.asked(on);
        if (products.find(id, UtcDay.end(asked)).isEmpty()) {
            throw Problem.of(
                    ProblemType.NOT_LISTED, "Product " + id + " was not listed at the end of " + asked + " (UTC).");
        }
        return UtcDay.end(asked);
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
