package org.livelabel.registry.policy;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.product.Day;

/** What a list of versions is asked by. */
public class VersionsParameters {
    @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
    @QueryParam("on")
    @Nullable String on;

    @Parameter(description = "YYYY-MM-DD, also a day that is still to come")
    @QueryParam("effective_on")
    @Nullable String effectiveOn;

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @Nullable String limit;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    @Nullable LocalDate effectiveOn() {
        return effectiveOn == null ? null : Day.parse("effective_on", effectiveOn);
    }
}
