package org.livelabel.registry.organisation;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Asked;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.paging.WordLimit;
import org.livelabel.registry.problem.ProblemType;

/** Who publishes, and whose products are listed. */
@Path("/v1/organisations")
public class OrganisationResource {
    private static final List<String> KINDS = List.of("manufacturer", "operator", "retailer", "lab");

    private final OrganisationRows rows;
    private final Organisations organisations;
    private final PublicationLog log;
    private final Cacheable cacheable;

    OrganisationResource(OrganisationRows rows, Organisations organisations, PublicationLog log, Cacheable cacheable) {
        this.rows = rows;
        this.organisations = organisations;
        this.log = log;
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(operationId = "listOrganisations", summary = "Organisations by name, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = OrganisationFacts.class)))
    public Response list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("kind") @Nullable String askedKind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri,
            @Context Request request) {
        String kind = Asked.one("kind", askedKind, KINDS);
        if (q != null) {
            WordLimit.requireShort("q", q);
        }
        Long index = log.lastIndex();
        List<@Nullable String> filters = Arrays.asList(q, kind);
        int size = Page.limit(limit);
        List<OrganisationFacts> found =
                rows.list(q == null ? null : q.toLowerCase(Locale.ROOT), kind, Cursor.read(cursor, filters), size + 1);
        return cacheable.answer(
                request,
                PageLinks.page(uri, found, size, facts -> facts, facts -> new Cursor(
                                        OrganisationRows.sortName(facts),
                                        facts.id().toString())
                                .write(filters))
                        .asOf(index));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getOrganisation", summary = "One organisation's public facts")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganisationFacts.class)))
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        return cacheable.answer(
                request,
                organisations
                        .find(id)
                        .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "No organisation has this id. Look it up at /v1/organisations.")));
    }
}
