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
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.publishing.Actor;

/** What only publishers of an operator may do, to any product, in public. Two factors within 15 minutes. */
@Path("/v1/products")
@Authenticated
public class OperatorResource {
    private final Caller caller;
    private final Schemas schemas;
    private final OperatorActs acts;

    OperatorResource(Caller caller, Schemas schemas, OperatorActs acts) {
        this.caller = caller;
        this.schemas = schemas;
        this.acts = acts;
    }

    @POST
    @Path("{id}:orphan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "orphanProduct", summary = "Operator: nobody keeps this product any more")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response orphan(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        return act(OperatorAct.ORPHAN, id, idempotencyKey, body);
    }

    @POST
    @Path("{id}:suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "suspendProduct", summary = "Operator: something is wrong here, and is being looked into")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response suspend(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        return act(OperatorAct.SUSPEND, id, idempotencyKey, body);
    }

    @POST
    @Path("{id}:lift")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "liftSuspension", summary = "Operator: ends a suspension")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response lift(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        return act(OperatorAct.LIFT, id, idempotencyKey, body);
    }

    @POST
    @Path("{id}:revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "revokeProduct", summary = "Operator: what is said here is not to be believed. For good")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        return act(OperatorAct.REVOKE, id, idempotencyKey, body);
    }

    @POST
    @Path("{id}:hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOverProduct",
            summary = "Operator: another manufacturer owns the product from now on. Its history stays")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response handOver(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/hand-over/1")))
                    InputStream body) {
        Actor operator = Actor.operator(caller::requireOperator);
        JsonNode request = request("hand-over/1", body);
        return answer(acts.handOver(operator, id, request, Idempotency.key(idempotencyKey)));
    }

    private Response act(OperatorAct act, UUID id, @Nullable String idempotencyKey, InputStream body) {
        Actor operator = Actor.operator(caller::requireOperator);
        JsonNode request = request("withdrawal/1", body);
        return answer(acts.act(operator, act, id, request, Idempotency.key(idempotencyKey)));
    }

    private JsonNode request(String schema, InputStream body) {
        JsonNode request = StrictJson.read(body);
        schemas.require(schema, request);
        return request;
    }

    private static Response answer(JsonNode product) {
        return Response.ok(product, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
