package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.entry.OrganisationDescribed;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Publication;

/**
 * An organisation as its publications left it.
 *
 * @param kind manufacturer, operator, retailer or lab
 * @param country ISO 3166-1 alpha-2
 */
public record OrganisationFacts(
        UUID id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String contact,
        boolean verified,
        boolean suspended,
        Instant registeredAt,
        Long asOfIndex)
        implements AsOfIndex {

    /** What it is after one more publication about it. */
    static OrganisationFacts after(
            @Nullable Instant registeredAt,
            Publication publication,
            OrganisationDescribed described,
            Documents documents) {
        JsonNode document = documents.read(described.document().sha256());
        return new OrganisationFacts(
                publication.subject().id(),
                nameIn(document),
                described.kind(),
                described.country(),
                document.path("contact").textValue(),
                described.verified(),
                described.suspended(),
                registeredAt == null ? publication.publishedAt() : registeredAt,
                publication.index());
    }

    /** The name in an organisation's document, or what stands in its place if that is withheld. */
    public static String nameIn(JsonNode document) {
        return document.path("name").asText("(name withheld)");
    }
}
