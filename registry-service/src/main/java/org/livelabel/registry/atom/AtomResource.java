package org.livelabel.registry.atom;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Atom feeds (RFC 4287) of the last 50 publications; an unchanged one is answered with 304. */
@Path("/v1")
public class AtomResource {
    private static final String ATOM = "application/atom+xml";

    @Inject
    AtomFeeds feeds;

    @Inject
    Cacheable cacheable;

    @GET
    @Path("products/{id}/feed.atom")
    @PermitAll
    @Produces(ATOM)
    @Operation(
            operationId = "getProductAtomFeed",
            summary = "What was published about a product, and the versions of the policies that apply to it")
    public Response product(@PathParam("id") UUID id, @Context Request request) {
        AtomFeed feed = feeds.ofProduct(id)
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + "."));
        return cacheable.answer(request, feed.bytes(), ATOM);
    }

    @GET
    @Path("organisations/{id}/feed.atom")
    @PermitAll
    @Produces(ATOM)
    @Operation(
            operationId = "getOrganisationAtomFeed",
            summary = "The versions of an organisation's policies, and what was published about itself")
    public Response organisation(@PathParam("id") UUID id, @Context Request request) {
        AtomFeed feed = feeds.ofOrganisation(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "No organisation has this id. Look it up at /v1/organisations."));
        return cacheable.answer(request, feed.bytes(), ATOM);
    }
}
