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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;

/** An organisation's policies, as everybody reads them; by kind, the one that is for all of its products. */
@Path("/v1/organisations")
@PermitAll
@Transactional
public class OrganisationPoliciesResource {
    private final Policies policies;
    private final Organisations organisations;
    private final PolicyAnswers answers;
    private final PolicyViews views;
    private final Cacheable cacheable;

    OrganisationPoliciesResource(
            Policies policies,
            Organisations organisations,
            PolicyAnswers answers,
            PolicyViews views,
            Cacheable cacheable) {
        this.policies = policies;
        this.organisations = organisations;
        this.answers = answers;
        this.views = views;
        this.cacheable = cacheable;
    }

    @GET
    @Path("{id}/policies")
    @Operation(operationId = "listOrganisationPolicies", summary = "An organisation's policies, the oldest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PolicyResponse.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
                    @QueryParam("on")
                    @Nullable String on,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri,
            @Context Request request) {
        if (organisations.find(id).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "No organisation has this id. Look it up at /v1/organisations.");
        }
        var asOf = answers.asOf(on);
        List<@Nullable String> filters = Arrays.asList(id.toString(), on);
        int size = Page.limit(limit);
        List<PolicyRecord> first =
                policies.firstOf(id, PolicyAnswers.indexOf(Cursor.read(cursor, filters), -1), asOf.before(), size + 1);
        Map<UUID, PolicyTimeline> found =
                policies.find(first.stream().map(PolicyRecord::policyId).toList(), asOf.before());
        return cacheable.answer(
                request,
                PageLinks.page(
                                uri,
                                first,
                                size,
                                version ->
                                        views.policy(Objects.requireNonNull(found.get(version.policyId())), asOf.day()),
                                version -> PolicyAnswers.cursorAfter(version).write(filters))
                        .asOf(asOf.index()));
    }

    @GET
    @Path("{id}/policies/{kind}/versions")
    @Operation(
            operationId = "listOrganisationPolicyVersions",
            summary = "The versions of the policy of that kind for all products, the newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PolicyVersionResponse.class)))
    public Response versions(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @BeanParam VersionsParameters asked,
            @Context UriInfo uri,
            @Context Request request) {
        var asOf = answers.asOf(asked.on);
        return answers.versions(find(id, kind, asOf.before()), asOf, asked, uri, request);
    }

    @GET
    @Path("{id}/policies/{kind}/versions/{version}")
    @Operation(operationId = "getOrganisationPolicyVersion", summary = "One version of that policy")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyVersionResponse.class)))
    public Response version(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @PathParam("version") int version,
            @QueryParam("on") @Nullable String on,
            @Context Request request) {
        var asOf = answers.asOf(on);
        return answers.version(find(id, kind, asOf.before()), version, asOf, request);
    }

    @GET
    @Path("{id}/policies/{kind}/diff")
    @Operation(operationId = "getOrganisationPolicyDiff", summary = "What changed between two versions of that policy")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyDiffResponse.class)))
    public Response diff(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @BeanParam DiffParameters asked,
            @Context Request request) {
        return answers.diff(find(id, kind, Day.EVER), asked, request);
    }

    @GET
    @Path("{id}/policies/{kind}/diff.html")
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "getOrganisationPolicyDiffPage", summary = "The same for people: a page with ins and del")
    public Response diffPage(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @BeanParam DiffParameters asked,
            @Context Request request) {
        return answers.diffPage(find(id, kind, Day.EVER), asked, request);
    }

    private PolicyTimeline find(UUID organisation, String kind, Instant before) {
        return policies.forAll(organisation, PolicyKind.require(kind), before)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "This organisation has no " + kind + " for all of its products. One for some of them is in the "
                                + "list at /v1/organisations/" + organisation + "/policies."));
    }
}
