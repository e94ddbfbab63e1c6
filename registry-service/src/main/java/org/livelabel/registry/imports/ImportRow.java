package org.livelabel.registry.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line and what came of it. */
@Entity
@IdClass(ImportRow.Key.class)
@Table(schema = "work", name = "import_row")
class ImportRow {
    @Id
    UUID importId;

    @Id
    long lineNo;

    /** The line as it came; forgotten once it is done. */
    @Nullable String line;

    /** Why the line could not be read at all. */
    @Nullable String refused;

    @Nullable String result;

    @Nullable UUID productId;

    @Nullable String productRef;

    /** In a dry run: an earlier line with the same product_ref. */
    @Nullable Long repeatsLine;

    /** The problem document of a failed line, as JSON. */
    @Nullable String detail;

    record Key(UUID importId, long lineNo) implements Serializable {}
}
