package org.livelabel.registry.review;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.registry.draft.DraftAccess;

/** Looks at a draft before it is published. For members of its organisation; nothing is written. */
@Path("/v1/products")
@Authenticated
public class DraftReviewResource {
    private final DraftAccess access;
    private final DraftCheck check;
    private final DraftPreview preview;

    DraftReviewResource(DraftAccess access, DraftCheck check, DraftPreview preview) {
        this.access = access;
        this.check = check;
        this.preview = preview;
    }

    @POST
    @Path("{id}/draft:check")
    @Operation(
            operationId = "checkDraft",
            summary = "What each framework would still miss, and what had better be looked at again")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftCheck.CheckResult.class)))
    public Response check(@PathParam("id") UUID id) {
        access.requireReader(id);
        return unstored(check.of(id));
    }

    @POST
    @Path("{id}/draft:preview")
    @Operation(
            operationId = "previewDraft",
            summary = "Exactly what publishing would change: patches, sentences, change codes, materiality")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftPreview.Preview.class)))
    public Response preview(@PathParam("id") UUID id) {
        access.requireReader(id);
        return unstored(preview.of(id));
    }

    private static Response unstored(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
