package org.livelabel.registry.disclosure;

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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.livelabel.registry.json.JsonPatches;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Products;

/** Public reads of what a maker disclosed about a product, today and in every version before. */
@Path("/v1/products")
public class DisclosureResource {
    private static final String ON = "YYYY-MM-DD: what was public at the end of that UTC day";

    private final Disclosures disclosures;
    private final DisclosureChanges changes;
    private final Products products;
    private final PublicationLog log;
    private final Cacheable cacheable;
    private final Day day;

    DisclosureResource(
            Disclosures disclosures,
            DisclosureChanges changes,
            Products products,
            PublicationLog log,
            Cacheable cacheable,
            Day day) {
        this.disclosures = disclosures;
        this.changes = changes;
        this.products = products;
        this.log = log;
        this.cacheable = cacheable;
        this.day = day;
    }

    @GET
    @Path("{id}/disclosure")
    @PermitAll
    @Transactional
    @Operation(operationId = "getDisclosure", summary = "The disclosure with its document, today or as it was")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisclosureResponse.class)))
    public Response current(
            @PathParam("id") UUID id,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @Context Request request) {
        PublishedDisclosure row = disclosures
                .last(id, end(id, on))
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "Nothing " + (on == null ? "has been" : "had been") + " disclosed about product " + id + "."));
        return cacheable.answer(request, whole(row));
    }

    @GET
    @Path("{id}/disclosures")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listDisclosures",
            summary = "All versions of the disclosure, newest first, without documents")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DisclosureResponse.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 200, 50 unless told") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri,
            @Context Request request) {
        Long index = on == null ? log.lastIndex() : null;
        Instant end = end(id, on);
        List<@Nullable String> filters = Arrays.asList("disclosures", id.toString(), on);
        Cursor after = Cursor.read(cursor, filters);
        int below = after == null ? Integer.MAX_VALUE : number("cursor", after.sortKey());
        int size = Page.limit(limit);
        Page<DisclosureResponse> page = PageLinks.page(
                uri,
                disclosures.list(id, end, below, size + 1),
                size,
                row -> DisclosureResponse.of(row, disclosures.contested(row), null),
                row -> new Cursor(String.valueOf(row.version()), id.toString()).write(filters));
        return cacheable.answer(request, page.asOf(index));
    }

    @GET
    @Path("{id}/disclosures/{n: [0-9]+}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getDisclosureVersion", summary = "One version of the disclosure with its document")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisclosureResponse.class)))
    public Response version(@PathParam("id") UUID id, @PathParam("n") String n, @Context Request request) {
        requireListed(id);
        return cacheable.answer(request, whole(find(id, number("n", n))));
    }

    @GET
    @Path("{id}/disclosures/diff")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "diffDisclosures",
            summary = "What changed between two versions: patch, codes and sentences")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisclosureDiffResponse.class)))
    public Response diff(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "A version's number") @QueryParam("from") @Nullable String from,
            @Parameter(required = true, description = "A version's number") @QueryParam("to") @Nullable String to,
            @Context Request request) {
        requireListed(id);
        return cacheable.answer(request, between(find(id, number("from", from)), find(id, number("to", to))));
    }

    private DisclosureDiffResponse between(PublishedDisclosure from, PublishedDisclosure to) {
        var before = disclosures.document(from);
        var after = disclosures.document(to);
        List<Finding> findings = changes.between(before, after);
        boolean neighbours = to.version() == from.version() + 1;
        boolean detected = findings.stream().anyMatch(Finding::material);
        return new DisclosureDiffResponse(
                from.version(),
                to.version(),
                neighbours ? Objects.requireNonNullElse(to.material(), detected) : detected,
                findings.stream().map(Finding::code).distinct().toList(),
                findings,
                findings.stream().map(Finding::summary).toList(),
                neighbours ? disclosures.contested(to) : List.of(),
                JsonPatches.between(before, after));
    }

    private DisclosureResponse whole(PublishedDisclosure row) {
        return DisclosureResponse.of(row, disclosures.contested(row), disclosures.document(row));
    }

    private PublishedDisclosure find(UUID id, int version) {
        return disclosures
                .find(id, version)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no version " + version + ". See /v1/products/" + id
                                + "/disclosures for those there are."));
    }

    /** The moment before which things count; the product was listed then. */
    private Instant end(UUID id, @Nullable String on) {
        if (on == null) {
            requireListed(id);
            return Day.EVER;
        }
        Instant end = UtcDay.end(day.asked(on));
        if (products.find(id, end).isEmpty()) {
            throw Problem.of(
                    ProblemType.NOT_LISTED, "Product " + id + " was not listed at the end of " + on + " (UTC).");
        }
        return end;
    }

    private void requireListed(UUID id) {
        if (products.find(id).isEmpty()) {
            throw Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + ".");
        }
    }

    private static int number(String parameter, @Nullable String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,8}")) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER, parameter, "must be the number of a version: 1, 2, 3 and so on");
        }
        return Integer.parseInt(text);
    }
}
