package org.livelabel.registry.policy;

import io.quarkiverse.resteasy.problem.HttpProblem;
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
import java.util.Set;
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

/**
 * The policies that apply to a product, now and before, whoever owned it then. A version's number is that of its policy;
 * single versions and comparisons are of the policy that applies now, or applied last.
 */
@Path("/v1/products")
@PermitAll
@Transactional
public class ProductPoliciesResource {
    private final Policies policies;
    private final PolicyAnswers answers;
    private final PolicyViews views;
    private final Cacheable cacheable;

    ProductPoliciesResource(Policies policies, PolicyAnswers answers, PolicyViews views, Cacheable cacheable) {
        this.policies = policies;
        this.answers = answers;
        this.views = views;
        this.cacheable = cacheable;
    }

    @GET
    @Path("{id}/policies")
    @Operation(operationId = "getProductPolicies", summary = "What applies to a product, today or as it was")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyResponse.OfProduct.class)))
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
                    @QueryParam("on")
                    @Nullable String on,
            @Context Request request) {
        var asOf = answers.asOf(on);
        return cacheable.answer(
                request,
                views.ofProduct(
                        policies.forProductFrom(id, asOf.day(), asOf.before())
                                .orElseThrow(() -> notListed(id, asOf.before())),
                        asOf.day()));
    }

    @GET
    @Path("{id}/policies/{kind}/versions")
    @Operation(
            operationId = "listProductPolicyVersions",
            summary =
                    "Every version that ever applied to the product, the newest first; with effective_on the one that "
                            + "applies on that day")
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
        PolicyHistory history = find(id, kind, asOf.before());
        PolicyRecord latest =
                find(id, kind, Day.EVER).newestFirst().stream().findFirst().orElse(null);
        return answers.versions(history, latest, asOf, asked, uri, request);
    }

    @GET
    @Path("{id}/policies/{kind}/versions/{version}")
    @Operation(operationId = "getProductPolicyVersion", summary = "One version of the policy that applies now")
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
    @Operation(operationId = "getProductPolicyDiff", summary = "What changed between two versions of that policy")
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
    @Operation(operationId = "getProductPolicyDiffPage", summary = "The same for people: a page with ins and del")
    public Response diffPage(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @BeanParam DiffParameters asked,
            @Context Request request) {
        return answers.diffPage(find(id, kind, Day.EVER), asked, request);
    }

    /** A product that is not there is the answer before a kind that is not. */
    private PolicyHistory find(UUID product, String kind, Instant before) {
        Set<PolicyKind> kinds = PolicyKind.fromWireName(kind).map(Set::of).orElse(Set.of());
        ApplicablePolicies applicable =
                policies.forProduct(product, kinds, before).orElseThrow(() -> notListed(product, before));
        return new ApplicablePolicies.OfKind(applicable, PolicyKind.require(kind));
    }

    private static HttpProblem notListed(UUID product, Instant before) {
        return Problem.of(
                ProblemType.NOT_LISTED,
                "No product " + product + (before.equals(Day.EVER) ? " is published." : " was published then."));
    }
}
