package org.livelabel.registry.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.Texts;

/**
 * What was published about a product's support, one version of it.
 *
 * @param index the log entry that says so
 * @param change first, extended, shortened or corrected
 * @param codes what else is to be said of the change, {@link SupportCommitted#ERROR_CORRECTED}; null if nothing
 * @param reason null if none was needed, or if it is withheld
 * @param documentSha256 where the texts are
 */
public record SupportRecord(
        long index,
        int version,
        String change,
        @Nullable List<String> codes,
        SupportTerms terms,
        @Nullable JsonNode reason,
        Claimant claimant,
        UUID publisher,
        Instant publishedAt,
        LocalDate effectiveOn,
        String documentSha256) {
    /** Whether publishing {@code other} would say nothing new; a reason is said once and then kept. */
    public boolean says(SupportTerms other) {
        return terms.equals(other);
    }

    /** What one {@code support.committed} says. */
    public static SupportRecord of(Publication publication, SupportCommitted support, Texts documents) {
        String sha256 = support.document().sha256();
        JsonNode document = documents.read(sha256);
        SupportTerms terms = new SupportTerms(
                support.kind(),
                support.endOfSecuritySupport(),
                support.months(),
                support.generalAvailability(),
                support.endOfSales(),
                support.endOfFeatureUpdates(),
                document.get("after_end"),
                document.get("provenance"));
        return new SupportRecord(
                publication.index(),
                support.version(),
                support.change(),
                support.codes().isEmpty() ? null : support.codes(),
                terms,
                document.get("reason"),
                support.claimant(),
                support.publisher(),
                publication.publishedAt(),
                publication.effectiveOn(),
                sha256);
    }
}
