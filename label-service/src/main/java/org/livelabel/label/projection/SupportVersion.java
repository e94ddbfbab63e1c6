package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a product's support ledger. */
@Entity
class SupportVersion {
    @Id
    long logIndex;

    UUID productId;
    int version;
    String change;
    boolean errorCorrected;
    String kind;

    @Nullable String endOfSecuritySupport;

    @Nullable Integer months;

    @Nullable LocalDate generalAvailability;

    @Nullable String endOfSales;

    @Nullable String endOfFeatureUpdates;

    UUID manufacturerId;
    UUID publisherId;
    Instant publishedAt;
    LocalDate effectiveOn;
    String documentSha256;
}
