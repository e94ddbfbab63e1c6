package org.livelabel.registry.policy;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;

/** One policy and every version of it. There is no way to remove one. */
@Path("/v1/policies")
@PermitAll
@Transactional
public class PolicyResource {
    private final Policies policies;
    private final PolicyAnswers answers;
    private final PolicyViews views;
    private final Cacheable cacheable;

    PolicyResource(Policies policies, PolicyAnswers answers, PolicyViews views, Cacheable cacheable) {
        this.policies = policies;
        this.answers = answers;
        this.views = views;
        this.cacheable = cacheable;
    }

    @GET
    @Path("{policy}")
    @Operation(operationId = "getPolicy", summary = "A policy: the version in effect and those to come")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyResponse.class)))
    public Response get(
            @PathParam("policy") UUID id,
            @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
                    @QueryParam("on")
                    @Nullable String on,
            @Context Request request) {
        var asOf = answers.asOf(on);
        return cacheable.answer(request, views.policy(find(id, asOf.before()), asOf.day()));
    }

    @GET
    @Path("{policy}/versions")
    @Operation(
            operationId = "listPolicyVersions",
            summary = "Its versions, the newest first; with effective_on the one that is in effect on that day")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PolicyVersionResponse.class)))
    public Response versions(
            @PathParam("policy") UUID id,
            @BeanParam VersionsParameters asked,
            @Context UriInfo uri,
            @Context Request request) {
        var asOf = answers.asOf(asked.on);
        return answers.versions(find(id, asOf.before()), asOf, asked, uri, request);
    }

    @GET
    @Path("{policy}/versions/{version}")
    @Operation(operationId = "getPolicyVersion", summary = "One version, with links to those around it (RFC 5829)")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyVersionResponse.class)))
    public Response version(
            @PathParam("policy") UUID id,
            @PathParam("version") int version,
            @QueryParam("on") @Nullable String on,
            @Context Request request) {
        var asOf = answers.asOf(on);
        return answers.version(find(id, asOf.before()), version, asOf, request);
    }

    @GET
    @Path("{policy}/diff")
    @Operation(operationId = "getPolicyDiff", summary = "What changed between any two versions, word by word")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyDiffResponse.class)))
    public Response diff(@PathParam("policy") UUID id, @BeanParam DiffParameters asked, @Context Request request) {
        return answers.diff(find(id, Day.EVER), asked, request);
    }

    @GET
    @Path("{policy}/diff.html")
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "getPolicyDiffPage", summary = "The same for people: a page with ins and del")
    public Response diffPage(@PathParam("policy") UUID id, @BeanParam DiffParameters asked, @Context Request request) {
        return answers.diffPage(find(id, Day.EVER), asked, request);
    }

    private PolicyTimeline find(UUID id, Instant before) {
        return policies.find(id, before)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no policy " + id + (before.equals(Day.EVER) ? "" : " that was public then")
                                + ". Policies are listed at /v1/organisations/{id}/policies."));
    }
}
