package org.livelabel.registry.firmware;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One release of one product.
 *
 * @param release 1, 2, 3, ... in the order of publication
 * @param words what a person wrote about it
 * @param withdrawal null while it is meant to be installed
 * @param asOfIndex the last entry about it
 */
record FirmwareRelease(
        UUID productId,
        int release,
        Words words,
        LocalDate releasedOn,
        String imageSha256,
        long imageSize,
        boolean signed,
        boolean antiRollback,
        UUID manufacturerId,
        UUID publisherId,
        Instant publishedAt,
        long publishedIndex,
        LocalDate effectiveOn,
        String documentSha256,
        @Nullable Withdrawal withdrawal,
        long asOfIndex) {

    /**
     * All null where they are withheld.
     *
     * @param notes a JSON object, the text by language
     */
    record Words(
            @Nullable String version,
            @Nullable String minimumVersion,
            @Nullable String notes) {}

    /** @param reason a JSON object, the text by language; null where it is withheld */
    record Withdrawal(
            Instant at, String documentSha256, @Nullable String reason) {}

    FirmwareState state() {
        return withdrawal == null ? FirmwareState.RELEASED : FirmwareState.WITHDRAWN;
    }

    /** @param last the last entry about it */
    FirmwareRelease with(Words words, @Nullable Withdrawal withdrawal, long last) {
        return new FirmwareRelease(
                productId,
                release,
                words,
                releasedOn,
                imageSha256,
                imageSize,
                signed,
                antiRollback,
                manufacturerId,
                publisherId,
                publishedAt,
                publishedIndex,
                effectiveOn,
                documentSha256,
                withdrawal,
                last);
    }
}
