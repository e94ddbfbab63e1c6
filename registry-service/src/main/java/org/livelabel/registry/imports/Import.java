package org.livelabel.registry.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code done} is the number of the last line whose result is stored; it moves in the transaction that does the line. */
@Entity
@Table(schema = "work", name = "import")
class Import {
    @Id
    UUID id;

    UUID publisherId;
    boolean publish;
    boolean dryRun;
    String state;
    long total;
    long done;
    Instant createdAt;

    /** Since the last line that was done: attempts that something passing brought to nothing. */
    int attempts;

    /** Null if it is not put off. */
    @Nullable Instant nextAttemptAt;

    @Nullable Instant finishedAt;
}
