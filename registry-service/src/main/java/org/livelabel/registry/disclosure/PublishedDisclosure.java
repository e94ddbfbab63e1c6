package org.livelabel.registry.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.DocumentRef;

/**
 * One published version. Its words are in blobs; here is only what the entry says.
 *
 * @param material null in entries that were written before materiality was
 */
record PublishedDisclosure(
        UUID productId,
        int version,
        long asOfIndex,
        Instant publishedAt,
        LocalDate effectiveOn,
        Claimant claimant,
        DocumentRef document,
        @Nullable Boolean material,
        List<String> changeCodes,
        @Nullable String notesSha256) {}
