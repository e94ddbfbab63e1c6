package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A number and the product that it leads to; {@code position} keeps the order that the maker gave. */
@Entity
class ProductGtin {
    @Id
    String gtin;

    UUID productId;
    int position;
}
