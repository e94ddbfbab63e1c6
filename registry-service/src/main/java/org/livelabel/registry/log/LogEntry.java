package org.livelabel.registry.log;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the log.
 *
 * @param event what was published; the others repeat parts of it, to find it by
 */
record LogEntry(long logIndex, UUID publicationId, String type, String subject, Instant publishedAt, byte[] event) {}
