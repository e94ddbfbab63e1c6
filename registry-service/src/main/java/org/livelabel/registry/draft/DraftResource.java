package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ConstraintProblem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;

/** The draft of one product: its organisation's members read it, editors and publishers write it, publishers publish it. */
@Path("/v1/products")
@Authenticated
public class DraftResource {
    private final DraftAccess access;
    private final DraftRules rules;
    private final DraftCommands commands;

    DraftResource(DraftAccess access, DraftRules rules, DraftCommands commands) {
        this.access = access;
        this.rules = rules;
        this.commands = commands;
    }

    @GET
    @Path("{id}/draft")
    @Operation(operationId = "getDraft", summary = "The draft as it was last written, with its version as ETag")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "/v1/schemas/draft/1")))
    public Response get(@PathParam("id") UUID id) {
        Draft draft = commands.read(access.requireReader(id), id);
        return Response.ok(draft.text() == null ? "{}" : draft.text(), MediaType.APPLICATION_JSON_TYPE)
                .tag(tag(draft.version()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @PUT
    @Path("{id}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateDraft",
            summary = "Writes the whole draft. If-Match holds the ETag of the version you changed")
    @APIResponse(responseCode = "204", description = "Written; the ETag names the new version")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/draft/1")))
                    InputStream body) {
        Actor editor = Actor.editor(() -> access.requireEditor(id));
        int expected = version(ifMatch);
        JsonNode json = StrictJson.read(body);
        DraftContent content = rules.require(DraftRules.SCHEMA, json);
        int version = commands.write(editor, id, expected, content, json);
        return Response.noContent().tag(tag(version)).build();
    }

    @POST
    @Path("{id}/draft:publish")
    @Operation(
            operationId = "publishDraft",
            summary =
                    "Publishes every part of the draft that is new, at once or not at all. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftCommands.Published.class)))
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor publisher = Actor.publisher(() -> access.requirePublisher(id));
        String key = Idempotency.key(idempotencyKey);
        return Response.ok(published(publisher, id, version(ifMatch), key), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** Who was a moment too late for a number tries once more, and is told which number it was and who has it. */
    private JsonNode published(Actor publisher, UUID id, int version, String key) {
        try {
            return commands.publish(publisher, id, version, key);
        } catch (RuntimeException e) {
            if (!ConstraintProblem.breaks(ConstraintProblem.GTIN_HELD, e)) {
                throw e;
            }
            return commands.publish(publisher, id, version, key);
        }
    }

    private static EntityTag tag(int version) {
        return new EntityTag("draft-" + version);
    }

    /** What is written, published or scheduled is what the caller has seen. */
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.at(
                    ProblemType.PRECONDITION_MISSING,
                    "If-Match",
                    "is missing; read the draft and send its ETag, so that nobody's work is overwritten or published unseen");
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"draft-[0-9]{1,9}\"")) {
            throw Problem.at(
                    ProblemType.STALE, "If-Match", "is not an ETag of this draft; read the draft and send its ETag");
        }
        return Integer.parseInt(tag.substring("\"draft-".length(), tag.length() - 1));
    }
}
