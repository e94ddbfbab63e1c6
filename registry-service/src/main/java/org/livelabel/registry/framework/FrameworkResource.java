package org.livelabel.registry.framework;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.ProblemType;

/** The frameworks that gap lists and searches know, and which fields of the disclosure answer each criterion. */
@Path("/v1/frameworks")
public class FrameworkResource {
    private final Frameworks frameworks;
    private final Cacheable cacheable;

    FrameworkResource(Frameworks frameworks, Cacheable cacheable) {
        this.frameworks = frameworks;
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listFrameworks", summary = "The frameworks, without their criteria")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FrameworkList.class)))
    public Response list(@Context Request request) {
        List<FrameworkSummary> items = frameworks.all().stream()
                .map(f -> new FrameworkSummary(
                        f.id(),
                        f.version(),
                        f.title(),
                        f.publisher(),
                        f.note(),
                        f.criteria().size(),
                        "/v1/frameworks/" + f.id()))
                .toList();
        return cacheable.answer(request, new FrameworkList(items));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getFramework", summary = "A framework with its criteria, in its order")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameworkResponse.class)))
    public Response get(@PathParam("id") String id, @Context Request request) {
        Framework framework = frameworks
                .find(id)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "There is no such framework. See the list at /v1/frameworks."));
        return cacheable.answer(request, FrameworkResponse.of(framework));
    }

    @Schema(name = "FrameworkList")
    record FrameworkList(List<FrameworkSummary> items) {}

    /** @param url of the framework with its criteria */
    @Schema(name = "FrameworkSummary")
    record FrameworkSummary(
            String id,
            String version,
            String title,
            String publisher,
            String note,
            int criteria,
            @Address String url) {}

    @Schema(name = "Framework")
    record FrameworkResponse(
            String id,
            String version,
            String title,
            String publisher,

            @Schema(description = "What its answers are not")
            String note,

            @Schema(description = "Device groups; for others its gap list is advice")
            List<String> scope,

            List<CriterionResponse> criteria) {
        static FrameworkResponse of(Framework f) {
            return new FrameworkResponse(
                    f.id(),
                    f.version(),
                    f.title(),
                    f.publisher(),
                    f.note(),
                    f.scope(),
                    f.criteria().stream().map(CriterionResponse::of).toList());
        }
    }

    @Schema(name = "Criterion")
    record CriterionResponse(
            String id,
            String section,
            String title,
            String explanation,

            @Schema(description = "required, recommended or advice, by device group")
            Map<String, String> importance,

            @Schema(description = "JSON Pointers into disclosure/1, * for each item of a list, and record: names")
            List<String> answeredBy) {
        static CriterionResponse of(Framework.Criterion c) {
            return new CriterionResponse(
                    c.id(),
                    c.section(),
                    c.title(),
                    c.explanation(),
                    c.importance(),
                    c.sources().stream()
                            .flatMap(source -> source.fields().stream())
                            .distinct()
                            .toList());
        }
    }
}
