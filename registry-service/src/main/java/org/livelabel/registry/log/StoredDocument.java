package org.livelabel.registry.log;

import org.jspecify.annotations.Nullable;

/**
 * A document as it can be shown.
 *
 * @param bytes null if it is withheld
 * @param withheld why it may not be shown; null if it may
 */
record StoredDocument(
        String mediaType, byte @Nullable [] bytes, @Nullable WithholdingReason withheld) {}
