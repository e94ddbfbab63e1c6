package org.livelabel.registry.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What one product is found by. Days are written as text, so that no time zone of this machine touches them. */
@Entity
@Table(schema = "projection", name = "product_search")
class ProductSearch {
    @Id
    UUID productId;

    /** In lower case, to sort by. */
    String name;

    String nameWords;
    String otherWords;
    String makerWords;
    String category;
    String deviceGroup;
    UUID manufacturerId;
    UUID publisherId;
    String listing;
    String supportKind;

    @ColumnTransformer(read = "cast(support_end as text)", write = "cast(? as date)")
    @Nullable String supportEnd;

    @Nullable Integer supportMonths;

    @ColumnTransformer(read = "cast(sold_from as text)", write = "cast(? as date)")
    @Nullable String soldFrom;

    @ColumnTransformer(read = "cast(sold_until as text)", write = "cast(? as date)")
    @Nullable String soldUntil;

    @ColumnTransformer(read = "cast(registered_on as text)", write = "cast(? as date)")
    String registeredOn;

    /** An array literal of what {@link Traits} found; a filter is "contains", a facet is a count. */
    @ColumnTransformer(read = "cast(traits as text)", write = "cast(? as text[])")
    String traits;

    /** Apart from the traits, because nobody counts them: OTA-1:yes. What is not stated is not here. */
    @ColumnTransformer(read = "cast(criteria as text)", write = "cast(? as text[])")
    String criteria;

    long changedIndex;
}
