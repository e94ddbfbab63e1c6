package org.livelabel.registry.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From when to when a GTIN led to a product; open while it still does. */
@Entity
@IdClass(GtinPeriod.Key.class)
@Table(schema = "projection", name = "gtin_period")
class GtinPeriod {
    @Id
    String gtin;

    @Id
    long fromIndex;

    UUID productId;
    Instant takenAt;

    @Nullable Instant releasedAt;

    record Key(String gtin, long fromIndex) implements Serializable {}
}
