package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.idempotency.Idempotency;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.json.StrictJson;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;

/** Ends a product's listing. Its label and its promises stay. */
@Path("/v1/products")
@Authenticated
public class WithdrawalResource {
    @Inject
    DraftAccess access;

    @Inject
    DraftRepository rows;

    @Inject
    Schemas schemas;

    @Inject
    Products products;

    @Inject
    ProductViews views;

    @Inject
    Idempotency idempotency;

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    ObjectMapper mapper;

    @Inject
    Day day;

    @POST
    @Path("{id}:withdraw")
    @Transactional
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
        Membership member = access.requirePublisher(id);
        String key = Idempotency.key(idempotencyKey);
        JsonNode request = StrictJson.read(body);
        schemas.require("withdrawal/1", request);
        JsonNode product = idempotency.once(
                member.id(), key, "withdraw " + id + " " + request, () -> withdraw(member, id, request));
        return Response.ok(product, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private ProductResponse withdraw(Membership member, UUID id, JsonNode request) {
        // held to the end, so that of two withdrawals one sees the other
        rows.lock(id);
        ProductState product = products.find(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.LIFE_CYCLE, "The product was never published, so there is no listing to end."));
        if (!product.publisher().equals(member.id())) {
            // handed over while the caller was being checked
            throw Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.");
        }
        if (!product.listing().state().mayBecome(ListingState.WITHDRAWN)) {
            throw Problem.of(ProblemType.LIFE_CYCLE, "The listing has ended already.");
        }
        ObjectNode data = mapper.createObjectNode();
        data.set("document", mapper.valueToTree(documents.store(request)));
        log.append(List.of(new Fact(
                PublicationType.PRODUCT_WITHDRAWN,
                Subject.product(id),
                product.manufacturer(),
                product.publisher(),
                data)));
        return views.views(List.of(products.find(id).orElseThrow()), day.today())
                .getFirst();
    }
}
