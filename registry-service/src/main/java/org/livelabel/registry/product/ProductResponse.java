package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentLink;

/** A product as the API shows it. What is absent is not stated. */
@Schema(name = "Product")
public record ProductResponse(
        UUID id,

        @Schema(description = "What the QR code's short address holds; printed, never changed", examples = "H4QX7T2MK")
        String labelCode,

        URI labelUrl,
        String name,
        @Nullable String model,
        @Nullable String brand,
        String deviceGroup,
        String category,

        @Schema(description = "14 digits each, in the maker's order")
        List<String> gtins,

        OrganisationName manufacturer,
        OrganisationName publisher,

        @Schema(description = "registry: an operator listed the product, its maker has not confirmed it")
        Claimant claimant,

        ListingView listing,
        SupportView support,
        @Nullable DisclosureView disclosure,
        Instant registeredAt,

        @Schema(description = "Index of the log's last entry that this answer contains")
        Long asOfIndex)
        implements AsOfIndex {

    @Schema(name = "OrganisationName")
    public record OrganisationName(UUID id, String name) {}

    @Schema(name = "Listing")
    public record ListingView(
            ListingState state,
            Instant since,

            @Schema(implementation = Object.class, description = "A text by language") @Nullable JsonNode reason,

            @Schema(description = "Id of the product that its maker put in its place") @Nullable UUID supersededBy,

            StandingView standing) {}

    /** What the operator of the registry says, beside what the maker says. */
    @Schema(name = "Standing")
    public record StandingView(
            StandingState state,
            @Nullable Instant since,

            @Schema(implementation = Object.class, description = "A text by language") @Nullable JsonNode reason) {}

    /** Dates are UTC days; on the last day itself the product is still supported. */
    @Schema(name = "Support")
    public record SupportView(
            @Schema(
                    description = "Computed when asked, for the UTC day",
                    enumeration = {
                        "supported",
                        "ending",
                        "ended",
                        "ended_at_unstated_date",
                        "no_end_announced",
                        "depends_on_purchase",
                        "until_notice",
                        "none_promised",
                        "not_stated"
                    })
            String status,

            String kind,
            @Nullable Integer version,

            @Schema(enumeration = {"first", "extended", "shortened", "corrected"}) @Nullable String change,

            @Schema(description = "error_corrected: the publisher calls what stood there before its own mistake")
            @Nullable List<String> codes,

            @Schema(description = "A day, or a month, which means its last day") @Nullable String endOfSecuritySupport,

            @Nullable Integer months,
            @Nullable LocalDate generalAvailability,

            @Schema(description = "A day, or \"unstated\". Not security support") @Nullable String endOfSales,

            @Schema(description = "A day, or \"unstated\". Not security support") @Nullable String endOfFeatureUpdates,

            @Schema(implementation = Object.class) @Nullable JsonNode afterEnd,
            @Schema(implementation = Object.class) @Nullable JsonNode reason,
            @Schema(implementation = Object.class) @Nullable JsonNode provenance,
            @Nullable Claimant claimant,
            @Nullable Instant publishedAt,
            @Nullable LocalDate effectiveOn) {}

    @Schema(name = "Disclosure")
    public record DisclosureView(
            int version, Instant publishedAt, LocalDate effectiveOn, DocumentLink document, Claimant claimant) {}
}
