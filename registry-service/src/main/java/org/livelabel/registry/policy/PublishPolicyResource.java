package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
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
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;

/** An organisation's policies, as its members publish them. */
@Path("/v1/organisations")
@Authenticated
public class PublishPolicyResource {
    /** Of a whole body, in bytes: several languages, and what JSON's escapes add. */
    static final int BODY_LIMIT = 4 << 20;

    private static final String REMEDY =
            "The text of a policy may have " + PolicyTextRules.LONGEST + " bytes in each language.";

    private final Caller caller;
    private final PolicyRules rules;
    private final PolicyPublishing publishing;
    private final PolicyPlanning planning;

    PublishPolicyResource(Caller caller, PolicyRules rules, PolicyPublishing publishing, PolicyPlanning planning) {
        this.caller = caller;
        this.rules = rules;
        this.publishing = publishing;
        this.planning = planning;
    }

    @POST
    @Path("{id}/policies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishPolicy",
            summary = "Publishes a policy, or a new version of one. Cannot be undone. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyVersionResponse.class)))
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/policy/1")))
                    InputStream body) {
        Actor publisher = Actor.publisher(() -> caller.requirePublisher(id));
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body, BODY_LIMIT, REMEDY);
        JsonNode published = publishing.publish(publisher, rules.require(request), request, key);
        return Response.created(URI.create(published.get("url").asText()))
                .entity(published)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @POST
    @Path("{id}/policies:preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewPolicy",
            summary =
                    "What publishing would do: the text that would be kept, what changed, what was detected. Writes nothing")
    public PolicyPreview preview(
            @PathParam("id") UUID id,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/policy/1")))
                    InputStream body) {
        caller.membershipIn(id)
                .filter(Membership::mayEdit)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "A preview needs the role editor or publisher in organisation " + id + "."));
        return planning.preview(id, rules.require(StrictJson.read(body, BODY_LIMIT, REMEDY)));
    }
}
