package org.livelabel.registry.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.Texts;

/**
 * What was published about a product's support, one version of it.
 *
 * @param index the log entry that says so
 * @param change first, extended, shortened or corrected
 * @param codes what else is to be said of the change, {@link #ERROR_CORRECTED}; null if nothing
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
    public static final String SHORTENED = "shortened";
    /** The publisher says that what stood there before was its own mistake. It stays visible, and a shortening one. */
    public static final String ERROR_CORRECTED = "error_corrected";

    /** Whether publishing {@code other} would say nothing new; a reason is said once and then kept. */
    public boolean says(SupportTerms other) {
        return terms.equals(other);
    }

    /** What one {@code support.committed} says. */
    public static SupportRecord of(Publication publication, Texts documents) {
        JsonNode data = publication.data();
        JsonNode document = documents.read(publication.documentSha256());
        JsonNode availability = data.get("general_availability");
        SupportTerms terms = new SupportTerms(
                data.get("kind").asText(),
                data.path("end_of_security_support").textValue(),
                data.has("months") ? data.get("months").asInt() : null,
                availability == null ? null : LocalDate.parse(availability.asText()),
                data.path("end_of_sales").textValue(),
                data.path("end_of_feature_updates").textValue(),
                document.get("after_end"),
                document.get("provenance"));
        return new SupportRecord(
                publication.index(),
                data.get("version").asInt(),
                data.get("change").asText(),
                codes(data),
                terms,
                document.get("reason"),
                Claimant.of(publication.manufacturer(), publication.publisher()),
                publication.publisher(),
                publication.publishedAt(),
                publication.effectiveOn(),
                publication.documentSha256());
    }

    private static @Nullable List<String> codes(JsonNode data) {
        return data.has("codes")
                ? data.get("codes").valueStream().map(JsonNode::asText).toList()
                : null;
    }
}
