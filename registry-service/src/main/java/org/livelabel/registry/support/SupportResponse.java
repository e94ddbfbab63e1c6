package org.livelabel.registry.support;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.log.DocumentLink;
import org.livelabel.registry.product.ProductResponse.OrganisationName;
import org.livelabel.registry.product.ProductResponse.SupportView;

/** A product's support on a day, with every promise that was ever made about it. */
@Schema(name = "SupportLedger")
record SupportResponse(
        UUID product,

        @Schema(description = "The UTC day for which status and ledger hold")
        LocalDate on,

        @Schema(description = "What holds on that day") SupportView current,

        @Schema(description = "Whether any promise of the maker was ever taken back")
        boolean promiseBroken,

        @Schema(description = "Oldest first; the last one stands")
        List<LedgerEntry> ledger,

        @Schema(description = "Index of the log's last entry about the product that this answer contains")
        Long asOfIndex)
        implements AsOfIndex {

    /**
     * @param logIndex of the entry that says so
     * @param document its texts; 451 if it is withheld
     */
    @Schema(name = "LedgerEntry")
    record LedgerEntry(
            long logIndex,
            OrganisationName publisher,
            SupportView terms,

            @Schema(description = "The version that took something of this promise back. Stays for good") @Nullable Integer brokenByVersion,

            @Schema(description = "The promises that this one breaks, by their versions") @Nullable List<Integer> breaksVersions,

            DocumentLink document) {}
}
