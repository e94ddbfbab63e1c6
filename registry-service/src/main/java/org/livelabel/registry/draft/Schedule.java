package org.livelabel.registry.draft;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a person has set to be published at a time: what it said when the person looked at it, whatever is written
 * into the draft afterwards. One for each product; the last one stays to tell how it ended.
 */
@Entity
@Table(schema = "work", name = "schedule")
class Schedule {
    @Id
    UUID productId;

    Instant publishAt;

    /** {@code waiting}, {@code published} or {@code failed}. */
    String state;

    String content;
    int draftVersion;
    Instant scheduledAt;

    /** Why nothing was published. */
    @Nullable String failure;

    boolean isWaiting() {
        return state.equals(WAITING);
    }

    static final String WAITING = "waiting";
    static final String PUBLISHED = "published";
    static final String FAILED = "failed";
}
