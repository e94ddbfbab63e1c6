package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentLink;

/** A firmware release as the API shows it. */
@Schema(name = "FirmwareRelease")
record FirmwareResponse(
        @Schema(description = "1, 2, 3, ... in the order of publication")
        int release,

        @Schema(description = "Absent only where it is withheld for legal reasons") @Nullable String version,

        FirmwareState state,
        LocalDate releasedOn,
        Image image,

        @Schema(description = "The oldest version that can update to this one directly; absent: not stated") @Nullable String minimumVersion,

        @Schema(description = "Whether the device refuses an image that the maker did not sign")
        boolean signed,

        @Schema(description = "Whether the device refuses to go back from this version")
        boolean antiRollback,

        @Schema(implementation = Object.class, description = "A text by language") @Nullable JsonNode notes,

        @Nullable Withdrawal withdrawal,
        Claimant claimant,
        Instant publishedAt,
        LocalDate effectiveOn,

        DocumentLink document,

        @Schema(description = "Index of the log's last entry that this answer contains")
        Long asOfIndex)
        implements AsOfIndex {

    /** As it stood before a moment after its publication. */
    static FirmwareResponse of(FirmwareRelease row, Instant before) {
        FirmwareRelease.Withdrawal taken = row.withdrawal();
        boolean withdrawn = taken != null && taken.at().isBefore(before);
        return new FirmwareResponse(
                row.release(),
                row.words().version(),
                withdrawn ? FirmwareState.WITHDRAWN : FirmwareState.RELEASED,
                row.releasedOn(),
                new Image(row.imageSha256(), row.imageSize()),
                row.words().minimumVersion(),
                row.signed(),
                row.antiRollback(),
                text(row.words().notes()),
                taken != null && withdrawn ? new Withdrawal(taken.at(), text(taken.reason())) : null,
                Claimant.of(row.manufacturerId(), row.publisherId()),
                row.publishedAt(),
                row.effectiveOn(),
                DocumentLink.to(row.documentSha256()),
                withdrawn ? row.asOfIndex() : row.publishedIndex());
    }

    private static @Nullable JsonNode text(@Nullable String json) {
        return json == null ? null : StrictJson.parse(json);
    }

    /** @param size in bytes */
    @Schema(name = "FirmwareImage")
    record Image(String sha256, long size) {}

    @Schema(name = "FirmwareWithdrawal")
    record Withdrawal(
            Instant at,

            @Schema(implementation = Object.class, description = "A text by language") @Nullable JsonNode reason) {}
}
