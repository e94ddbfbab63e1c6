package org.livelabel.registry.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.category.Categories;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;

/** What is usual in a category. */
@Path("/v1/categories")
public class StatisticsResource {
    private final Categories categories;
    private final Statistics statistics;
    private final Cacheable cacheable;
    private final Day day;

    StatisticsResource(Categories categories, Statistics statistics, Cacheable cacheable, Day day) {
        this.categories = categories;
        this.statistics = statistics;
        this.cacheable = cacheable;
        this.day = day;
    }

    @GET
    @Path("{category}/statistics")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getCategoryStatistics",
            summary =
                    "How long products of a category are supported, and how many collect, share, sell and work offline")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CategoryStatistics.class)))
    public Response get(
            @Parameter(description = "An id of GET /v1/categories") @PathParam("category") String category,
            @Context Request request) {
        if (!categories.hasCategory(category)) {
            throw Problem.of(
                    ProblemType.NOT_FOUND, "There is no category " + category + ". GET /v1/categories lists them.");
        }
        return cacheable.answer(request, statistics.of(category, day.today()));
    }
}
