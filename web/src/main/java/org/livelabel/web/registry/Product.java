package org.livelabel.web.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.Received;

/**
 * A product as registry-service shows it, read as far as it can be read.
 *
 * @param gtins 14 digits each
 * @param claimant {@code manufacturer}, or {@code registry} where somebody else listed it
 * @param asOfIndex the log index that this answer stands for
 */
public record Product(
        @Nullable UUID id,
        @Nullable String labelCode,
        @Nullable String labelUrl,
        String name,
        @Nullable String model,
        @Nullable String brand,
        String category,
        List<String> gtins,
        Party manufacturer,
        Party publisher,
        String claimant,
        Listing listing,
        Support support,
        @Nullable Disclosure disclosure,
        @Nullable Instant registeredAt,
        @Nullable Long asOfIndex) {

    /** What a name is called that cannot be read. */
    static final String NAMELESS = "Name not readable";

    static Product of(Received product) {
        product.expects(
                "id", "label_code", "name", "category", "manufacturer", "publisher", "claimant", "listing", "support");
        Party manufacturer = Party.of(product.part("manufacturer"));
        Party publisher = Party.of(product.part("publisher"));
        boolean same = manufacturer.id() != null && manufacturer.id().equals(publisher.id());
        return new Product(
                product.id("id"),
                product.text("label_code"),
                product.text("label_url"),
                product.text("name", NAMELESS),
                product.text("model"),
                product.text("brand"),
                product.text("category", "other"),
                product.texts("gtins"),
                manufacturer,
                publisher,
                product.text("claimant", same ? "manufacturer" : "registry"),
                Listing.of(product.part("listing")),
                Support.of(product.part("support")),
                product.has("disclosure") ? Disclosure.of(product.part("disclosure")) : null,
                product.moment("registered_at"),
                product.number("as_of_index"));
    }

    public boolean fromMaker() {
        return claimant.equals("manufacturer");
    }

    public boolean withdrawn() {
        return listing.state().equals("withdrawn");
    }

    public boolean orphaned() {
        return listing.state().equals("orphaned");
    }

    /** What the operator of the registry says of it: good, suspended, revoked, or something that only a later version knows. */
    public String standing() {
        return listing.standing() == null ? "good" : listing.standing().state();
    }

    public record Party(@Nullable UUID id, String name) {
        static Party of(Received party) {
            party.expects("id", "name");
            return new Party(party.id("id"), party.text("name", NAMELESS));
        }
    }

    /**
     * @param reason by language; empty where nobody gave one
     * @param supersededBy the newer product, while the state is superseded
     */
    public record Listing(
            String state,
            @Nullable Instant since,
            Map<String, String> reason,
            @Nullable UUID supersededBy,
            @Nullable Standing standing) {
        static Listing of(Received listing) {
            listing.expects("state");
            return new Listing(
                    listing.text("state", "not_readable"),
                    listing.moment("since"),
                    listing.byLanguage("reason"),
                    listing.id("superseded_by"),
                    listing.has("standing") ? Standing.of(listing.part("standing")) : null);
        }
    }

    /** @param since null while the operator never said anything */
    public record Standing(String state, @Nullable Instant since, Map<String, String> reason) {
        static Standing of(Received standing) {
            standing.expects("state");
            return new Standing(
                    standing.text("state", "not_readable"), standing.moment("since"), standing.byLanguage("reason"));
        }
    }

    /**
     * @param status what held on the day asked about
     * @param codes what else the publisher says of the change, for instance {@code error_corrected}
     * @param endOfSecuritySupport a day, or a month that means its last day
     * @param endOfSales a day, or {@code unstated}
     * @param endOfFeatureUpdates a day, or {@code unstated}; never security support
     * @param reason by language; why the statement before was shortened or corrected
     */
    public record Support(
            String status,
            String kind,
            @Nullable Integer version,
            @Nullable String change,
            List<String> codes,
            @Nullable String endOfSecuritySupport,
            @Nullable Integer months,
            @Nullable LocalDate generalAvailability,
            @Nullable String endOfSales,
            @Nullable String endOfFeatureUpdates,
            Map<String, String> reason,
            @Nullable Provenance provenance,
            @Nullable Instant publishedAt) {
        static Support of(Received support) {
            support.expects("status", "kind");
            return new Support(
                    support.text("status", "not_readable"),
                    support.text("kind", "not_readable"),
                    support.count("version"),
                    support.text("change"),
                    support.texts("codes"),
                    support.dayOrMonth("end_of_security_support"),
                    support.count("months"),
                    support.day("general_availability"),
                    support.dayOr("unstated", "end_of_sales"),
                    support.dayOr("unstated", "end_of_feature_updates"),
                    support.byLanguage("reason"),
                    support.has("provenance") ? Provenance.of(support.part("provenance")) : null,
                    support.moment("published_at"));
        }

        public boolean errorCorrected() {
            return codes.contains("error_corrected");
        }
    }

    public record Provenance(
            @Nullable String basis,
            List<Evidence> evidence,
            @Nullable LocalDate assertedOn) {
        static Provenance of(Received provenance) {
            provenance.expects("basis");
            return new Provenance(
                    provenance.text("basis"),
                    provenance.parts("evidence", "evidence").stream()
                            .map(Evidence::of)
                            .toList(),
                    provenance.day("asserted_on"));
        }
    }

    /** @param url as it was published, which need not be an address that can be linked */
    public record Evidence(@Nullable String url, @Nullable String title) {
        static Evidence of(Received evidence) {
            evidence.expects("url");
            return new Evidence(evidence.text("url"), evidence.text("title"));
        }
    }

    /** @param url of the document; from the registry's root if it has no host */
    public record Disclosure(
            @Nullable Integer version, @Nullable String url) {
        static Disclosure of(Received disclosure) {
            disclosure.expects("version", "document");
            return new Disclosure(
                    disclosure.count("version"), disclosure.part("document").text("url"));
        }
    }
}
