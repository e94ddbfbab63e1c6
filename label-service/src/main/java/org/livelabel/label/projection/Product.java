package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Product {
    @Id
    UUID id;

    String labelCode;
    String deviceGroup;
    String category;
    String documentSha256;
    UUID manufacturerId;
    UUID publisherId;
    Instant registeredAt;

    /** As the registry names it: listed, superseded, withdrawn or orphaned. */
    String listing;

    Instant listingSince;

    @Nullable String listingSha256;

    @Nullable UUID supersededBy;

    /** What the registry's operator says: good, suspended or revoked. */
    String standing;

    @Nullable Instant standingSince;

    @Nullable String standingSha256;

    long asOfIndex;
}
