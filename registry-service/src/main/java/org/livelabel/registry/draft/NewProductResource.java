package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;

/** Begins a product: an id and a label code, nothing public. */
@Path("/v1/products")
@Authenticated
public class NewProductResource {
    private final Caller caller;
    private final Schemas schemas;
    private final DraftCommands commands;

    NewProductResource(Caller caller, Schemas schemas, DraftCommands commands) {
        this.caller = caller;
        this.schemas = schemas;
        this.commands = commands;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProduct",
            summary = "Makes a private draft. Editors and publishers of the organisation")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftCommands.CreatedProduct.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/new-product/1")))
                    InputStream body) {
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("new-product/1", request);
        UUID publisher = UUID.fromString(request.get("publisher").asText());
        UUID manufacturer = request.has("manufacturer")
                ? UUID.fromString(request.get("manufacturer").asText())
                : publisher;
        boolean makerNamed = request.has("manufacturer");
        Actor editor = Actor.editor(() -> requireEditor(publisher, makerNamed));
        JsonNode created = commands.create(
                editor, manufacturer, request.path("product_ref").textValue(), key);
        return Response.created(
                        WholeAddress.of("/v1/products/" + created.get("id").asText()))
                .entity(created)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Membership requireEditor(UUID publisher, boolean makerNamed) {
        Membership member = caller.membershipIn(publisher)
                .filter(Membership::mayEdit)
                .orElseThrow(() -> Problem.at(
                        ProblemType.NOT_ALLOWED,
                        "/publisher",
                        "must be an organisation where you are editor or publisher"));
        if (member.isOperator() && !makerNamed) {
            throw ListingRights.operatorsNameTheMaker();
        }
        return member;
    }
}
