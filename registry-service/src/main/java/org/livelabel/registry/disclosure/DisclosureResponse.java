package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentLink;

/** One version of a disclosure as the API shows it. */
@Schema(name = "DisclosureVersion")
record DisclosureResponse(
        int version,
        Instant publishedAt,
        LocalDate effectiveOn,

        @Schema(description = "registry: an operator wrote it down, the maker has not confirmed it")
        Claimant claimant,

        @Schema(description = "Declared by the maker, or found by a rule that it did not contest. Absent: not examined")
        @Nullable Boolean material,

        @Schema(description = "What the rules found between this version and the one before; open list")
        List<String> changeCodes,

        @Schema(description = "The maker's public word against rules that fired; they stay among change_codes")
        List<Contest> contested,

        DocumentLink document,
        @Address String url,
        long logIndex) {

    static DisclosureResponse of(PublishedDisclosure row, List<Contest> contested, @Nullable JsonNode document) {
        return new DisclosureResponse(
                row.version(),
                row.publishedAt(),
                row.effectiveOn(),
                row.claimant(),
                row.material(),
                row.changeCodes(),
                contested,
                DocumentLink.to(row.document(), document),
                "/v1/products/" + row.productId() + "/disclosures/" + row.version(),
                row.asOfIndex());
    }
}
