package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.json.Years;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.publishing.Actor;

/** Publishing firmware releases of a public product: publishers of its organisation. */
@Path("/v1/products/{id}/firmware")
@Authenticated
public class FirmwareResource {
    private final Caller caller;
    private final Products products;
    private final Schemas schemas;
    private final FirmwarePublishing publishing;
    private final Day day;

    FirmwareResource(Caller caller, Products products, Schemas schemas, FirmwarePublishing publishing, Day day) {
        this.caller = caller;
        this.products = products;
        this.schemas = schemas;
        this.publishing = publishing;
        this.day = day;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishFirmware",
            summary = "Publishes a firmware release. Its version is new for the product. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = FirmwareResponse.class)))
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/firmware/1")))
                    InputStream body) {
        Actor publisher = Actor.publisher(() -> requirePublisher(id));
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        requireSense(request, schemas.requireShape("firmware/1", request));
        JsonNode release = publishing.release(publisher, id, request, key);
        return Response.created(WholeAddress.of(UriBuilder.fromPath("/v1/products/{id}/firmware/{version}")
                        .build(id, request.get("version").asText())
                        .toString()))
                .entity(release)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @POST
    @Path("{version}:withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawFirmware",
            summary = "Takes a release back for a public reason. Cannot be undone. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = FirmwareResponse.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @PathParam("version") String version,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/withdrawal/1")))
                    InputStream body) {
        Actor publisher = Actor.publisher(() -> requirePublisher(id));
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("withdrawal/1", request);
        return Response.ok(publishing.withdraw(publisher, id, version, request, key), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Membership requirePublisher(UUID product) {
        return caller.requirePublisher(products.find(product)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_LISTED,
                        "No published product has the id " + product + ". Publish its draft first."))
                .publisher());
    }

    /** @param found what is wrong with its texts and days */
    private void requireSense(JsonNode request, List<Violation> found) {
        List<Violation> violations = new ArrayList<>(found);
        LocalDate today = day.today();
        LocalDate releasedOn = LocalDate.parse(request.get("released_on").asText());
        if (Years.hold(releasedOn) && releasedOn.isAfter(today)) {
            violations.add(new Violation("/released_on", "is after today, " + today + " (UTC)"));
        }
        if (request.get("version").equals(request.get("minimum_version"))) {
            violations.add(new Violation("/minimum_version", "is the version itself; name the one to update from"));
        }
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }
}
