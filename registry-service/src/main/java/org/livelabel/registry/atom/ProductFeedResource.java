package org.livelabel.registry.atom;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.ProblemType;

/** A product's last 50 publications as an Atom feed (RFC 4287); an unchanged one is answered with 304. */
@Path("/v1/products")
public class ProductFeedResource {
    private final AtomFeeds feeds;
    private final Cacheable cacheable;

    ProductFeedResource(AtomFeeds feeds, Cacheable cacheable) {
        this.feeds = feeds;
        this.cacheable = cacheable;
    }

    @GET
    @Path("{id}/feed.atom")
    @PermitAll
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(
            operationId = "getProductAtomFeed",
            summary = "What was published about a product, and the versions of the policies that apply to it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        AtomFeed feed = feeds.ofProduct(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + "."));
        return cacheable.answer(request, feed.bytes(), AtomFeed.MEDIA_TYPE);
    }
}
