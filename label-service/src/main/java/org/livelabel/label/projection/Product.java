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

    @Nullable Instant withdrawnAt;

    @Nullable String withdrawalSha256;

    long asOfIndex;
}
