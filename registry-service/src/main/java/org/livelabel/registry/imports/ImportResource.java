package org.livelabel.registry.imports;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Members;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.paging.Asked;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;

/** Many products in one request. */
@Path("/v1/imports")
@Authenticated
public class ImportResource {
    static final List<String> RESULTS =
            List.of("published", "drafted", "unchanged", "would_publish", "would_draft", "failed");

    private final Caller caller;
    private final Members members;
    private final ImportReception reception;
    private final ImportReads reads;

    ImportResource(Caller caller, Members members, ImportReception reception, ImportReads reads) {
        this.caller = caller;
        this.members = members;
        this.reception = reception;
        this.reads = reads;
    }

    @POST
    @Consumes({RowFormat.JSON_LINES_TYPE, RowFormat.CSV_TYPE})
    @Blocking
    @Operation(
            operationId = "createImport",
            summary =
                    "Takes one import-row/1 object per line (64 KiB each, 1,000,000 at most), or CSV with a header row, and "
                            + "works them off in the background. With publish=true two factors within 15 minutes, checked now")
    @APIResponse(
            responseCode = "202",
            description = "Received whole; Location is the status address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResponse.class)))
    public Response create(
            @Parameter(
                            required = true,
                            description = "Your organisation's id",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("publisher")
                    @Nullable String publisherAsked,
            @Parameter(
                            description = "Publish each product; otherwise drafts are written",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("publish")
                    @Nullable String publishAsked,
            @Parameter(
                            description =
                                    "Say what would happen and change nothing. Lines see those before them; further back in a"
                                            + " long file than some 25 lines, only which GTINs and product_refs those took",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dry_run")
                    @Nullable String dryRunAsked,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String contentType,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = RowFormat.JSON_LINES_TYPE,
                                        schema = @Schema(ref = "/v1/schemas/import-row/1")),
                                @Content(
                                        mediaType = RowFormat.CSV_TYPE,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "Columns as GET /v1/imports/csv-columns describes them"))
                            })
                    InputStream body,
            @Context UriInfo uri) {
        UUID publisher = Asked.organisation("publisher", publisherAsked);
        boolean publish = Asked.flag("publish", uri);
        boolean dryRun = Asked.flag("dry_run", uri);
        if (publisher == null) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, "publisher", "is missing; name your organisation's id");
        }
        String key = Idempotency.key(idempotencyKey);
        Actor by = Actor.editor(asked(publisher, publish));
        UUID id = reception.receive(by, publish, dryRun, key, RowFormat.of(contentType), body);
        return Response.accepted(status(id))
                .location(WholeAddress.of("/v1/imports/" + id))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /**
     * Who may is asked twice if the file takes long to arrive. The factors were fresh when it began; that they are not any more
     * when it ends is no reason to send it again.
     */
    private Supplier<Membership> asked(UUID publisher, boolean publish) {
        AtomicBoolean again = new AtomicBoolean();
        return () -> {
            if (!again.getAndSet(true)) {
                return publish
                        ? caller.requirePublisher(publisher)
                        : caller.membershipIn(publisher)
                                .filter(Membership::mayEdit)
                                .orElseThrow(() -> notAllowed(publish));
            }
            return members.membershipOf(caller.subject(), publisher, caller.signedInAt())
                    .filter(publish ? Membership::mayPublish : Membership::mayEdit)
                    .orElseThrow(() -> notAllowed(publish));
        };
    }

    private static HttpProblem notAllowed(boolean publish) {
        return Problem.at(
                ProblemType.NOT_ALLOWED,
                "publisher",
                "must be an organisation where you are " + (publish ? "publisher" : "editor or publisher"));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "How far an import is")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        requireMember(id);
        return Response.ok(status(id)).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("{id}/rows")
    @Operation(operationId = "listImportRows", summary = "One result for each line that is done, in the file's order")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowResponse.class)))
    public Response rows(
            @PathParam("id") UUID id,
            @Parameter(description = "Only lines with this result, for instance failed") @QueryParam("result") @Nullable String resultAsked,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        String result = Asked.one("result", resultAsked, RESULTS);
        requireMember(id);
        List<@Nullable String> filters = Arrays.asList(id.toString(), result);
        Cursor after = Cursor.read(cursor, filters);
        int size = Page.limit(limit);
        Page<RowResponse> page = PageLinks.page(
                uri,
                reads.rows(id, result, after == null ? 0 : line(after), size + 1),
                size,
                RowResponse::of,
                row -> new Cursor("", Long.toString(row.lineNo)).write(filters));
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    private static long line(Cursor after) {
        try {
            return Long.parseLong(after.id());
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }

    private void requireMember(UUID id) {
        UUID publisher = reads.publisherOf(id).orElseThrow(() -> unknown(id));
        if (caller.membershipIn(publisher).isEmpty()) {
            throw unknown(id);
        }
    }

    private ImportResponse status(UUID id) {
        return reads.status(id).orElseThrow(() -> unknown(id));
    }

    private static io.quarkiverse.resteasy.problem.HttpProblem unknown(UUID id) {
        return Problem.of(ProblemType.NOT_FOUND, "None of your organisations has an import " + id + ".");
    }

    /**
     * @param state accepted, running or finished
     * @param total lines received
     * @param done number of the last line that is done
     * @param counts lines by result
     */
    @Schema(name = "Import")
    record ImportResponse(
            UUID id,
            UUID publisher,
            boolean publish,
            boolean dryRun,
            String state,
            long total,
            long done,
            Map<String, Long> counts,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Address String rowsUrl) {
        static ImportResponse of(Import found, Map<String, Long> counts) {
            return new ImportResponse(
                    found.id,
                    found.publisherId,
                    found.publish,
                    found.dryRun,
                    found.state,
                    found.total,
                    found.done,
                    counts,
                    found.createdAt,
                    found.finishedAt,
                    "/v1/imports/" + found.id + "/rows");
        }
    }

    /**
     * @param result published, drafted, unchanged, would_publish, would_draft or failed
     * @param repeatsLine in a dry run: an earlier line with the same product_ref, which this one changes again
     * @param problem an RFC 9457 problem, for a failed line
     */
    @Schema(name = "ImportRow")
    record RowResponse(
            long line,
            @Nullable String productRef,
            @Nullable String result,
            @Nullable UUID productId,
            @Nullable Long repeatsLine,

            @Schema(implementation = Object.class) @JsonRawValue @Nullable String problem) {
        static RowResponse of(ImportRow row) {
            return new RowResponse(row.lineNo, row.productRef, row.result, row.productId, row.repeatsLine, row.detail);
        }
    }
}
