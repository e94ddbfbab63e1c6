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

/** An organisation's last 50 publications as an Atom feed (RFC 4287); an unchanged one is answered with 304. */
@Path("/v1/organisations")
public class OrganisationFeedResource {
    private final AtomFeeds feeds;
    private final Cacheable cacheable;

    OrganisationFeedResource(AtomFeeds feeds, Cacheable cacheable) {
        this.feeds = feeds;
        this.cacheable = cacheable;
    }

    @GET
    @Path("{id}/feed.atom")
    @PermitAll
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(
            operationId = "getOrganisationAtomFeed",
            summary = "The versions of an organisation's policies, and what was published about itself")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        AtomFeed feed = feeds.ofOrganisation(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "No organisation has this id. Look it up at /v1/organisations."));
        return cacheable.answer(request, feed.bytes(), AtomFeed.MEDIA_TYPE);
    }
}
