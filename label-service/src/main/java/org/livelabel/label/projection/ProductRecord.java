package org.livelabel.label.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;

/**
 * Everything that the log says about one product.
 *
 * @param gtins in the maker's order, the first one is in the QR code
 * @param support the ledger, oldest first
 * @param asOfIndex the last entry that touched anything here
 */
public record ProductRecord(
        UUID id,
        String labelCode,
        String deviceGroup,
        String category,
        Document identity,
        Party manufacturer,
        Party publisher,
        Instant registeredAt,
        Listing listing,
        Standing standing,
        List<Gtin> gtins,
        List<Support> support,
        @Nullable Disclosure disclosure,
        long asOfIndex) {

    /**
     * @param content null if the registry withholds it
     */
    public record Document(String sha256, @Nullable JsonNode content) {
        /** A member of the document's top level; null if there is none or the document is withheld. */
        public @Nullable String text(String member) {
            return content == null || !content.path(member).isTextual()
                    ? null
                    : content.path(member).asText();
        }

        public JsonNode at(String member) {
            return content == null ? MissingNode.getInstance() : content.path(member);
        }
    }

    /** An organisation as the public knows it; the name is null where it is withheld. */
    public record Party(
            UUID id, @Nullable String name, @Nullable String contact, boolean verified, boolean suspended) {}

    /**
     * Where the product is in its life.
     *
     * @param state listed, superseded, withdrawn or orphaned
     * @param reason null if none was given
     * @param successorCode the label code of the product that takes its place
     */
    public record Listing(
            String state,
            Instant since,
            @Nullable Document reason,
            @Nullable UUID supersededBy,
            @Nullable String successorCode) {
        public boolean is(String other) {
            return state.equals(other);
        }
    }

    /**
     * What the registry's operator says of the product.
     *
     * @param state good, suspended or revoked
     * @param since null while it never said anything
     */
    public record Standing(
            String state, @Nullable Instant since, @Nullable Document reason) {
        public boolean is(String other) {
            return state.equals(other);
        }
    }

    /**
     * One line of the ledger, the enumerated values as the log has them.
     *
     * @param byMaker whether the maker itself published it; otherwise somebody copied it
     */
    public record Support(
            long index,
            int version,
            String change,
            boolean errorCorrected,
            String kind,
            @Nullable String endOfSecuritySupport,
            @Nullable Integer months,
            @Nullable LocalDate generalAvailability,
            @Nullable String endOfSales,
            @Nullable String endOfFeatureUpdates,
            boolean byMaker,
            Party publisher,
            Instant publishedAt,
            LocalDate effectiveOn,
            Document document) {}

    public record Disclosure(
            long index,
            int version,
            boolean byMaker,
            Party publisher,
            Instant publishedAt,
            LocalDate effectiveOn,
            Document document) {}
}
