package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.address.Address;

/** One version of a policy as the API shows it. Nothing of it can be changed or removed. */
@Schema(name = "PolicyVersion")
record PolicyVersionResponse(
        UUID policyId,

        @Schema(
                enumeration = {
                    "privacy_notice",
                    "security_policy",
                    "support_and_update_policy",
                    "vulnerability_disclosure_policy",
                    "returns",
                    "terms"
                })
        String kind,

        int version,

        @Schema(
                description =
                        "On the day that was asked for; superseded also if it was overtaken before it took effect")
        PolicyTimeline.Status status,

        Instant publishedAt,

        @Schema(description = "The UTC day from which on it is in effect")
        LocalDate effectiveOn,

        @Schema(
                enumeration = {"all", "named"},
                description = "All products of the organisation, or those in products")
        String appliesTo,

        @Nullable List<UUID> products,

        @Schema(
                description =
                        "Declared by the organisation, or by a change code that is material by itself, or detected")
        boolean material,

        @Schema(description = "What the organisation said of it")
        boolean declaredMaterial,

        @Schema(description = "What the organisation says has changed")
        List<String> changeCodes,

        @Schema(description = "What its products' own publications had said since the version before")
        List<String> detectedCodes,

        List<Contest> contested,

        @Schema(implementation = Object.class, description = "By language") @Nullable JsonNode title,

        @Schema(implementation = Object.class, description = "What changed, by language") @Nullable JsonNode summary,

        List<TextView> texts,

        @Address String url,

        @Schema(description = "Index of the log's entry that published it")
        long logIndex) {

    /** A detected change that the organisation says is none. */
    @Schema(name = "PolicyContest")
    record Contest(
            String code,

            @Schema(implementation = Object.class, description = "By language") @Nullable JsonNode reason) {}

    /** @param url path of the bytes */
    @Schema(name = "PolicyText")
    record TextView(
            String language,
            String mediaType,
            String sha256,
            long size,

            @Schema(description = "Where the organisation publishes it itself") @Nullable String sourceUrl,

            @Address String url) {}
}
