package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to publish, checked as far as it can be without the database, its HTML made safe.
 *
 * @param policyId null for a new policy
 * @param supersedes the version that the sender has read; 0 for a new policy
 * @param contested the public reason, a text by language, for each contested code
 */
record PolicyInput(
        @Nullable UUID policyId,
        int supersedes,
        PolicyKind kind,
        LocalDate effectiveOn,
        boolean material,
        List<PolicyChange> changeCodes,
        boolean forAll,
        List<UUID> products,
        List<Text> texts,
        @Nullable JsonNode title,
        @Nullable JsonNode summary,
        Map<String, JsonNode> contested) {

    /**
     * @param text as it will be stored and served
     * @param removed what was taken out of its HTML
     */
    record Text(
            String language,
            String mediaType,
            String text,
            @Nullable String sourceUrl,
            Collection<String> removed) {}
}
