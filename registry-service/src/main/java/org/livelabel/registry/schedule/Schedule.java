package org.livelabel.registry.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a person has set to be published at a time: what it said when the person looked at it, whatever is written
 * into the draft afterwards. One for each product; the last one stays to tell how it ended, without what it said.
 */
@Entity
@Table(schema = "work", name = "schedule")
class Schedule {
    static final String WAITING = "waiting";
    static final String PUBLISHED = "published";
    static final String FAILED = "failed";

    @Id
    UUID productId;

    /** Another one each time it is set. */
    UUID scheduleId;

    /** The person, as the tokens name it; null if it was set by a release that did not ask again when the time came. */
    @Nullable String scheduledBy;

    Instant publishAt;

    /** {@code waiting}, {@code published} or {@code failed}. */
    String state;

    /** Null once it has {@link #end ended}. */
    @Nullable String content;

    int draftVersion;

    /** The GTINs that were public when the person looked. */
    String @Nullable [] publicGtins;

    Instant scheduledAt;

    /** When the person had signed in; null if it was set by a release that did not keep it. */
    @Nullable Instant signedInAt;

    /** Attempts that came to nothing. */
    int attempts;

    /** Those of them that failed because of a fault of ours, and not of something passing. */
    int faults;

    @Nullable Instant nextAttemptAt;

    /** Why nothing was published. */
    @Nullable String failure;

    void published() {
        end(PUBLISHED, null);
    }

    void failed(@Nullable String reason) {
        end(FAILED, reason);
    }

    /** Nothing of what it said is kept. */
    private void end(String how, @Nullable String reason) {
        state = how;
        failure = reason;
        content = null;
    }

    boolean isWaiting() {
        return state.equals(WAITING);
    }
}
