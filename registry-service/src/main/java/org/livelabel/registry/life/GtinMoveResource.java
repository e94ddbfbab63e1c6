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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.publishing.Actor;

/** Settles whose product a number means, in public. Publishers of an operator only. */
@Path("/v1/gtins")
@Authenticated
public class GtinMoveResource {
    private final Caller caller;
    private final Schemas schemas;
    private final GtinMoves moves;

    GtinMoveResource(Caller caller, Schemas schemas, GtinMoves moves) {
        this.caller = caller;
        this.schemas = schemas;
        this.moves = moves;
    }

    @POST
    @Path("{gtin}:move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveGtin",
            summary = "Operator: a GTIN leads to another product from now on. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            description = "The product that it leads to now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response move(
            @Parameter(description = "8, 12, 13 or 14 digits") @PathParam("gtin") String text,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/gtin-move/1")))
                    InputStream body) {
        Actor operator = Actor.operator(caller::requireOperator);
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("gtin-move/1", request);
        return Response.ok(moves.move(operator, gtin(text), request, key), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String gtin(String text) {
        try {
            return Gtin.parse(text).value();
        } catch (InvalidGtinException e) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, "gtin", e.reason());
        }
    }
}
