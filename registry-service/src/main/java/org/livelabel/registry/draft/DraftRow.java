package org.livelabel.registry.draft;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a {@link Draft} is kept. */
@Entity
@Table(schema = "work", name = "product")
class DraftRow {
    @Id
    UUID id;

    String labelCode;
    UUID publisherId;
    UUID manufacturerId;

    @Nullable String productRef;

    String sortName;

    /** What the content says, for lists. */
    @Nullable String name;

    @Nullable String category;

    /** JSON by the schema draft/1; null until it is first written. */
    @Nullable String content;

    int draftVersion;
    int publishedVersion;
    Instant createdAt;
    Instant updatedAt;

    /** Its name is nobody's to see any more, and so is where it stood in a list that is sorted by it. */
    void forgetName() {
        name = null;
        category = null;
        sortName = productRef == null ? "" : productRef.toLowerCase(Locale.ROOT);
    }

    /** One that nobody stores. */
    DraftRow copy() {
        DraftRow copy = new DraftRow();
        copy.id = id;
        copy.labelCode = labelCode;
        copy.publisherId = publisherId;
        copy.manufacturerId = manufacturerId;
        copy.productRef = productRef;
        copy.sortName = sortName;
        copy.name = name;
        copy.category = category;
        copy.content = content;
        copy.draftVersion = draftVersion;
        copy.publishedVersion = publishedVersion;
        copy.createdAt = createdAt;
        copy.updatedAt = updatedAt;
        return copy;
    }
}
