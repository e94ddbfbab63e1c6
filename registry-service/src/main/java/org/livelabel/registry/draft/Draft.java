package org.livelabel.registry.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is working on. Private; only publishing takes something out of it. Others look at it; {@link Drafts}
 * and {@link DraftPublishing} change it.
 */
public final class Draft {
    final DraftRow row;

    Draft(DraftRow row) {
        this.row = row;
    }

    /** Of the product, too. */
    public UUID id() {
        return row.id;
    }

    public String labelCode() {
        return row.labelCode;
    }

    /** Whose draft it is. */
    public UUID publisher() {
        return row.publisherId;
    }

    /** Whose product it is. */
    public UUID manufacturer() {
        return row.manufacturerId;
    }

    /** JSON by the schema draft/1; null until it is first written. */
    public @Nullable String text() {
        return row.content;
    }

    public int version() {
        return row.draftVersion;
    }

    /** The version that was published last; 0 if none was. */
    public int publishedVersion() {
        return row.publishedVersion;
    }

    /** Whether something was written since it was published. */
    public boolean hasChanges() {
        return row.draftVersion != row.publishedVersion;
    }
}
