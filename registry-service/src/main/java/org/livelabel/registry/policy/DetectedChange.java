package org.livelabel.registry.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Something that a publication about a product gave away. */
@Entity
@IdClass(DetectedChange.Key.class)
@Table(schema = "projection", name = "detected_change")
class DetectedChange {
    @Id
    long logIndex;

    @Id
    String code;

    UUID productId;
    UUID manufacturerId;

    record Key(long logIndex, String code) implements Serializable {}
}
