package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.product.ProductResponse.OrganisationName;

/** A policy, with the version in effect and those that will be. */
@Schema(name = "Policy")
record PolicyResponse(
        UUID id,
        OrganisationName organisation,
        String kind,

        @Schema(description = "Absent if none has taken effect yet") @Nullable PolicyVersionResponse inEffect,

        @Schema(description = "Published, not yet in effect; the next one first")
        List<PolicyVersionResponse> upcoming,

        @Schema(description = "The highest version's number; send it as supersedes to publish the next one")
        int latestVersion,

        @Address String versionsUrl,

        @Schema(description = "Index of the log's last entry that this answer contains")
        Long asOfIndex)
        implements AsOfIndex {

    /** What applies to one product. */
    @Schema(name = "ProductPolicies")
    record OfProduct(
            UUID product,
            LocalDate on,
            List<Applying> policies,

            @Schema(description = "Index of the log's last entry that this answer contains")
            Long asOfIndex)
            implements AsOfIndex {}

    /** What applies to one product in one matter. */
    @Schema(name = "ApplyingPolicy")
    record Applying(
            String kind,

            @Schema(description = "Whose policy it is") @Nullable OrganisationName organisation,

            @Nullable PolicyVersionResponse inEffect,

            @Schema(description = "The product was handed over, and its new owner has published none of this kind")
            boolean keptFromFormerOwner,

            List<PolicyVersionResponse> upcoming,

            @Address String versionsUrl) {}
}
