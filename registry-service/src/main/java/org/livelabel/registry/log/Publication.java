package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One entry of the log, as a reader understands it.
 *
 * @param publishedAt when it was published; never before the entry ahead of it
 * @param manufacturer whose product it is
 * @param publisher who published it; the claimant
 * @param data the CloudEvents data: codes, dates, numbers and digests, never text
 */
public record Publication(
        long index,
        PublicationType type,
        Subject subject,
        Instant publishedAt,
        UUID manufacturer,
        UUID publisher,
        JsonNode data) {

    public LocalDate effectiveOn() {
        return LocalDate.parse(data.get("effective_on").asText());
    }

    /** The digest of the document that goes with it. */
    public String documentSha256() {
        return data.get("document").get("sha256").asText();
    }
}
