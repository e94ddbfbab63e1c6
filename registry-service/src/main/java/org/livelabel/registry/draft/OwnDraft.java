package org.livelabel.registry.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation's list shows of a draft: columns, none of its content. */
record OwnDraft(
        UUID id,
        String labelCode,
        @Nullable String productRef,
        @Nullable String name,
        @Nullable String category,
        String sortName,
        int draftVersion,
        int publishedVersion,
        Instant updatedAt) {}
