package org.livelabel.registry.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;

/** One published version. Its words are in blobs; here is only what the entry says. */
@Entity
@IdClass(PublishedDisclosure.Key.class)
@Table(schema = "projection", name = "disclosure_version")
class PublishedDisclosure {
    @Id
    UUID productId;

    @Id
    int version;

    long asOfIndex;
    Instant publishedAt;
    LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    Claimant claimant;

    String sha256;
    String mediaType;
    long size;

    /** Null in entries that were written before materiality was. */
    @Nullable Boolean material;

    /** Separated by blanks. */
    String changeCodes;

    @Nullable String notesSha256;

    record Key(UUID productId, int version) implements Serializable {}
}
