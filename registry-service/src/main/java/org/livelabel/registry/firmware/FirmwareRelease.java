package org.livelabel.registry.firmware;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One release of one product. What a person wrote is null where it is withheld. */
@Entity
@IdClass(FirmwareRelease.Key.class)
@Table(schema = "projection", name = "firmware_release")
class FirmwareRelease {
    @Id
    UUID productId;

    /** 1, 2, 3, ... in the order of publication. */
    @Id
    int release;

    @Nullable String version;

    @Nullable String minimumVersion;

    /** A JSON object, the text by language. */
    @Nullable String notes;

    LocalDate releasedOn;
    String imageSha256;
    long imageSize;
    boolean signed;
    boolean antiRollback;
    UUID manufacturerId;
    UUID publisherId;
    Instant publishedAt;
    long publishedIndex;
    LocalDate effectiveOn;
    String documentSha256;

    @Nullable Instant withdrawnAt;

    @Nullable String withdrawalSha256;

    @Nullable String withdrawalReason;

    long asOfIndex;

    FirmwareState state() {
        return withdrawnAt == null ? FirmwareState.RELEASED : FirmwareState.WITHDRAWN;
    }

    record Key(UUID productId, int release) implements Serializable {}
}
