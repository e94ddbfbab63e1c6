package org.livelabel.registry.comparing;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.ProblemType;

/** Two to six products side by side. */
@Path("/v1/compare")
public class CompareResource {
    private static final int FEWEST = 2;
    private static final int MOST = 6;

    private final Comparing comparing;
    private final Cacheable cacheable;

    CompareResource(Comparing comparing, Cacheable cacheable) {
        this.comparing = comparing;
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "compareProducts",
            summary = "2 to 6 products in aligned rows. A row in which no product says anything is left out")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Comparison.class)))
    public Response compare(
            @Parameter(description = "2 to 6 GTINs of 8, 12, 13 or 14 digits, repeated or with commas")
                    @QueryParam("gtin")
                    List<String> gtins,
            @Context Request request) {
        return cacheable.answer(request, comparing.compare(asked(gtins)));
    }

    private static Map<String, Gtin> asked(List<String> gtins) {
        List<String> texts = gtins.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.size() < FEWEST || texts.size() > MOST) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER,
                    "gtin",
                    "must name " + FEWEST + " to " + MOST + " products, not " + texts.size());
        }
        Map<String, Gtin> asked = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (String text : texts) {
            try {
                Gtin gtin = Gtin.parse(text);
                if (asked.containsValue(gtin)) {
                    violations.add(new Violation("gtin", text + " stands twice; compare it with another"));
                }
                asked.put(text, gtin);
            } catch (InvalidGtinException e) {
                violations.add(new Violation("gtin", text + ": " + e.reason()));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_PARAMETER, violations);
        }
        return asked;
    }
}
