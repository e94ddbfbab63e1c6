package org.livelabel.registry.product;

import java.time.Instant;
import java.time.LocalDate;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.DocumentRef;

/** One published disclosure document. */
public record DisclosureVersion(
        int version, Instant publishedAt, LocalDate effectiveOn, DocumentRef document, Claimant claimant) {}
