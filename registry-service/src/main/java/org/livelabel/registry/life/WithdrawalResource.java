package org.livelabel.registry.life;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.draft.DraftAccess;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.publishing.Actor;

/** Ends a product's listing. Its label and its promises stay. */
@Path("/v1/products")
@Authenticated
public class WithdrawalResource {
    private final DraftAccess access;
    private final Schemas schemas;
    private final Withdrawals withdrawals;

    WithdrawalResource(DraftAccess access, Schemas schemas, Withdrawals withdrawals) {
        this.access = access;
        this.schemas = schemas;
        this.withdrawals = withdrawals;
    }

    @POST
    @Path("{id}:withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawProduct",
            summary = "Ends the listing for a public reason. Cannot be undone. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        Actor maker = Actor.publisher(() -> access.requirePublisher(id));
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("withdrawal/1", request);
        return Response.ok(withdrawals.withdraw(maker, id, request, key), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
