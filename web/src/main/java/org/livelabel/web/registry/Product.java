package org.livelabel.web.registry;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as registry-service shows it.
 *
 * @param gtins 14 digits each
 * @param claimant {@code manufacturer}, or {@code registry} where somebody else listed it
 * @param asOfIndex the log index that this answer stands for
 */
public record Product(
        UUID id,
        String labelCode,
        URI labelUrl,
        String name,
        @Nullable String model,
        @Nullable String brand,
        String deviceGroup,
        String category,
        List<String> gtins,
        Party manufacturer,
        Party publisher,
        String claimant,
        Listing listing,
        Support support,
        @Nullable Disclosure disclosure,
        Instant registeredAt,
        long asOfIndex) {

    public boolean fromMaker() {
        return claimant.equals("manufacturer");
    }

    public boolean withdrawn() {
        return listing.state().equals("withdrawn");
    }

    public record Party(UUID id, String name) {}

    public boolean orphaned() {
        return listing.state().equals("orphaned");
    }

    /** What the operator of the registry says of it: good, suspended or revoked. */
    public String standing() {
        return listing.standing() == null ? "good" : listing.standing().state();
    }

    /**
     * @param reason by language, where somebody gave one
     * @param supersededBy the newer product, while the state is superseded
     */
    public record Listing(
            String state,
            Instant since,
            @Nullable Map<String, String> reason,
            @Nullable UUID supersededBy,
            @Nullable Standing standing) {}

    /** @param since null while the operator never said anything */
    public record Standing(
            String state, @Nullable Instant since, @Nullable Map<String, String> reason) {}

    /**
     * @param status what held on the day asked about
     * @param endOfSecuritySupport a day, or a month that means its last day
     * @param endOfSales a date, or {@code unstated}
     * @param endOfFeatureUpdates a date, or {@code unstated}; never security support
     * @param reason by language; why the statement before was shortened or corrected
     */
    public record Support(
            String status,
            String kind,
            @Nullable Integer version,
            @Nullable String change,
            @Nullable String endOfSecuritySupport,
            @Nullable Integer months,
            @Nullable LocalDate generalAvailability,
            @Nullable String endOfSales,
            @Nullable String endOfFeatureUpdates,
            @Nullable Map<String, String> reason,
            @Nullable Provenance provenance,
            @Nullable Instant publishedAt,
            @Nullable LocalDate effectiveOn) {}

    public record Provenance(
            String basis,
            @Nullable List<Evidence> evidence,
            @Nullable LocalDate assertedOn) {}

    public record Evidence(URI url, @Nullable String title) {}

    /** @param url path of the document at the registry */
    public record Disclosure(int version, Instant publishedAt, LocalDate effectiveOn, Document document) {}

    public record Document(String sha256, String url) {}
}
