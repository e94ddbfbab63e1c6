package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.Texts;

/**
 * Where a product is in its life.
 *
 * @param reason a text by language, if the state was left for one
 * @param supersededBy the product that takes its place; kept when the listing ends later
 */
public record Listing(
        ListingState state,
        Instant since,
        @Nullable JsonNode reason,
        @Nullable UUID supersededBy,
        Standing standing) {

    static Listing begun(Instant at) {
        return new Listing(ListingState.LISTED, at, null, null, Standing.GOOD);
    }

    /** The same after one more publication about the product's life. */
    Listing after(Publication publication, Texts documents) {
        return switch (publication.type()) {
            case PRODUCT_WITHDRAWN -> become(ListingState.WITHDRAWN, publication, documents, supersededBy);
            case PRODUCT_ORPHANED -> become(ListingState.ORPHANED, publication, documents, supersededBy);
            case PRODUCT_SUPERSEDED ->
                become(
                        ListingState.SUPERSEDED,
                        publication,
                        documents,
                        UUID.fromString(publication.data().get("by").asText()));
            // an orphan that somebody takes in has a keeper again
            case PRODUCT_HANDED_OVER ->
                state == ListingState.ORPHANED
                        ? become(ListingState.LISTED, publication, documents, supersededBy)
                        : this;
            case PRODUCT_SUSPENDED -> stand(StandingState.SUSPENDED, publication, documents);
            case PRODUCT_REVOKED -> stand(StandingState.REVOKED, publication, documents);
            case PRODUCT_LIFTED -> stand(StandingState.GOOD, publication, documents);
            default -> this;
        };
    }

    private Listing become(ListingState next, Publication publication, Texts documents, @Nullable UUID successor) {
        return new Listing(next, publication.publishedAt(), reason(publication, documents), successor, standing);
    }

    private Listing stand(StandingState next, Publication publication, Texts documents) {
        Standing changed = new Standing(next, publication.publishedAt(), reason(publication, documents));
        return new Listing(state, since, reason, supersededBy, changed);
    }

    private static @Nullable JsonNode reason(Publication publication, Texts documents) {
        return publication.data().has("document")
                ? documents.read(publication.documentSha256()).get("reason")
                : null;
    }
}
