package org.livelabel.registry.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A product's current state, as JSON. */
@Entity
@Table(schema = "projection", name = "product")
class Product {
    @Id
    UUID id;

    String labelCode;
    UUID manufacturerId;
    UUID publisherId;
    String state;
    long asOfIndex;
}
