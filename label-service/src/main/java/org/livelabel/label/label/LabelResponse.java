package org.livelabel.label.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A label as data. All of it follows from the log, but for {@code on}, the UTC day for which status and facts hold, and
 * {@code stale}, which is there only while the registry is out of reach.
 *
 * @param status of security updates: supported, ending, ended, ended_at_unstated_date, no_end_announced,
 *     depends_on_purchase, until_notice, none_promised or not_stated
 * @param summary the heading and the counts, in English
 * @param asOfIndex the last log entry that this label takes into account
 */
record LabelResponse(
        UUID id,
        String labelCode,
        URI labelUrl,
        @Nullable String name,
        @Nullable String model,
        @Nullable String brand,
        String deviceGroup,
        String category,
        List<String> gtins,
        boolean demonstrationNumber,
        URI qrCodeHolds,
        Party manufacturer,
        Party publisher,
        String claimant,
        Listing listing,
        LocalDate on,
        String status,
        String summary,
        Support support,
        List<FactResponse> facts,
        @Nullable DisclosureResponse disclosure,
        Questions questions,
        Instant registeredAt,
        long asOfIndex,
        @Nullable Boolean stale) {
    record Party(UUID id, @Nullable String name) {}

    /**
     * @param state listed, superseded, withdrawn or orphaned
     * @param successorCode the label code of the product that takes its place
     */
    record Listing(
            String state,
            Instant since,
            @Nullable JsonNode reason,
            @Nullable UUID supersededBy,
            @Nullable String successorCode,
            Standing standing) {}

    /** @param state what the registry's operator says: good, suspended or revoked */
    record Standing(
            String state, @Nullable Instant since, @Nullable JsonNode reason) {}

    /** @param ledger every commitment, oldest first; the last one stands */
    record Support(String status, boolean promiseBroken, List<Commitment> ledger) {}

    record Commitment(
            long logIndex,
            int version,
            String change,
            @Nullable Boolean errorCorrected,
            String claimant,
            String kind,
            @Nullable String endOfSecuritySupport,
            @Nullable Integer months,
            @Nullable LocalDate generalAvailability,
            @Nullable String endOfSales,
            @Nullable String endOfFeatureUpdates,
            Instant publishedAt,
            LocalDate effectiveOn,
            DocumentResponse document) {}

    record DisclosureResponse(
            long logIndex,
            int version,
            String claimant,
            Instant publishedAt,
            LocalDate effectiveOn,
            DocumentResponse document) {}

    /** @param content absent if it is withheld for legal reasons */
    record DocumentResponse(
            @JsonProperty("sha256") String sha256,
            URI url,
            @Nullable JsonNode content) {}

    record FactResponse(String id, String question, String answer, String sentence, List<String> fields) {}

    /** @param byBasis answered questions by what the answers rest on */
    record Questions(int total, int answered, Map<String, Long> byBasis) {}
}
