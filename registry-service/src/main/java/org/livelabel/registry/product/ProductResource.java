package org.livelabel.registry.product;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;

/** Public reads of products. With {@code on}: what was public at the end of that UTC day. */
@Path("/v1/products")
public class ProductResource {
    private final Products products;
    private final ProductViews views;
    private final Organisations organisations;
    private final Cacheable cacheable;
    private final Day day;

    ProductResource(Products products, ProductViews views, Organisations organisations, Cacheable cacheable, Day day) {
        this.products = products;
        this.views = views;
        this.organisations = organisations;
        this.cacheable = cacheable;
        this.day = day;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getProduct", summary = "One product, today or as it was")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
                    @QueryParam("on")
                    @Nullable String on,
            @Context Request request) {
        return cacheable.answer(request, on == null ? current(id) : past(id, day.asked(on)));
    }

    @GET
    @Path("by-gtin/{gtin}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getProductByGtin", summary = "The product that a GTIN leads to, today or on a day before")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProductResponse.class)))
    public Response byGtin(
            @Parameter(description = "8, 12, 13 or 14 digits") @PathParam("gtin") String text,
            @QueryParam("on") @Nullable String on,
            @Context Request request) {
        Gtin gtin = gtin(text);
        if (on == null) {
            UUID id = products.byGtin(List.of(gtin.value())).get(gtin.value());
            if (id == null) {
                throw notListed("No listed product has GTIN " + gtin + ". That does not make it unsafe; nobody has "
                        + "told us about it.");
            }
            return cacheable.answer(request, current(id));
        }
        LocalDate asked = day.asked(on);
        UUID id = products.byGtin(gtin.value(), UtcDay.end(asked))
                .orElseThrow(() -> notListed("No listed product had GTIN " + gtin + " on " + asked + "."));
        return cacheable.answer(request, past(id, asked));
    }

    private ProductResponse current(UUID id) {
        ProductState state =
                products.find(id).orElseThrow(() -> notListed("No published product has the id " + id + "."));
        return views.views(List.of(state), day.today()).getFirst();
    }

    private ProductResponse past(UUID id, LocalDate asked) {
        Instant end = UtcDay.end(asked);
        ProductState state = products.find(id, end)
                .orElseThrow(() -> notListed("Product " + id + " was not listed at the end of " + asked + " (UTC)."));
        return views.view(state, asked, organisation -> organisations
                .find(organisation, end)
                .map(OrganisationFacts::name)
                .orElse(null));
    }

    private static io.quarkiverse.resteasy.problem.HttpProblem notListed(String detail) {
        return Problem.of(ProblemType.NOT_LISTED, detail);
    }

    private static Gtin gtin(String text) {
        try {
            return Gtin.parse(text);
        } catch (InvalidGtinException e) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, "gtin", e.reason());
        }
    }
}
