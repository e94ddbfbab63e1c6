package org.livelabel.registry.withholding;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
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
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.wiring.Work;

/** Takes a document out of sight. Publishers of an operator only; cannot be undone. */
@Path("/v1/blobs")
@Singleton
@Authenticated
public class WithholdingResource {
    /** They would wait for each other with a connection in hand each, until none is left for readers. */
    private final Semaphore atWork = new Semaphore(1);

    private final Caller caller;
    private final Schemas schemas;
    private final Withholdings withholdings;

    WithholdingResource(Caller caller, Schemas schemas, Withholdings withholdings) {
        this.caller = caller;
        this.schemas = schemas;
        this.withholdings = withholdings;
    }

    @POST
    @Path("{sha256}:withhold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withholdBlob",
            summary = "Operator: a document is no longer shown, everywhere it is used. Its digest stays in the log."
                    + " Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Withholdings.Withholding.class)))
    public Response withhold(
            @PathParam("sha256") String sha256,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withholding/1")))
                    InputStream body) {
        Actor operator = Actor.operator(caller::requireOperator);
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("withholding/1", request);
        WithholdingReason reason =
                WithholdingReason.fromWireName(request.get("reason").asText());
        if (!atWork.tryAcquire()) {
            throw Problem.withHeader(
                    ProblemType.BUSY,
                    "Another document is being withheld, which takes a while. Nothing was changed. Try again in a minute.",
                    "Retry-After",
                    "60");
        }
        try {
            // it reads the whole log and, to erase, all documents
            JsonNode answer = Work.atLength(() -> withholdings.withhold(operator, sha256, reason, key));
            return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
        } finally {
            atWork.release();
        }
    }
}
