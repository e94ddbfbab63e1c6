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

/** A maker names the model that takes another one's place. */
@Path("/v1/products")
@Authenticated
public class SupersessionResource {
    private final ListedProducts products;
    private final Caller caller;
    private final Schemas schemas;
    private final Supersessions supersessions;

    SupersessionResource(ListedProducts products, Caller caller, Schemas schemas, Supersessions supersessions) {
        this.products = products;
        this.caller = caller;
        this.schemas = schemas;
        this.supersessions = supersessions;
    }

    @POST
    @Path("{id}:supersede")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "supersedeProduct",
            summary = "Names the product that takes this one's place. Promises stand. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response supersede(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/supersession/1")))
                    InputStream body) {
        Actor maker = Actor.publisher(
                () -> caller.requirePublisher(products.require(id).publisher()));
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("supersession/1", request);
        return Response.ok(supersessions.supersede(maker, id, request, key), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
