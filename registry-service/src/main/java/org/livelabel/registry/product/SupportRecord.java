package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was published about a product's support, one version of it.
 *
 * @param change first, extended, shortened or corrected
 */
public record SupportRecord(
        int version,
        String change,
        SupportTerms terms,
        @Nullable JsonNode reason,
        Claimant claimant,
        Instant publishedAt,
        LocalDate effectiveOn) {

    /** Whether publishing {@code other} would say nothing new; a reason is said once and then kept. */
    public boolean says(SupportTerms other) {
        return terms.equals(other);
    }
}
