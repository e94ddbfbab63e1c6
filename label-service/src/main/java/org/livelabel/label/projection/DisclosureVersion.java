package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class DisclosureVersion {
    @Id
    long logIndex;

    UUID productId;
    int version;
    UUID manufacturerId;
    UUID publisherId;
    Instant publishedAt;
    LocalDate effectiveOn;
    String documentSha256;
}
