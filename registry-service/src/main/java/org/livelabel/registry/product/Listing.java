package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.LifeChanged;
import org.livelabel.registry.entry.ProductHandedOver;
import org.livelabel.registry.entry.ProductLifted;
import org.livelabel.registry.entry.ProductOrphaned;
import org.livelabel.registry.entry.ProductRevoked;
import org.livelabel.registry.entry.ProductSuperseded;
import org.livelabel.registry.entry.ProductSuspended;
import org.livelabel.registry.entry.ProductWithdrawn;
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
    Listing after(LifeChanged change, Instant at, Texts documents) {
        JsonNode why = reason(change.document(), documents);
        return switch (change) {
            case ProductWithdrawn withdrawn -> become(ListingState.WITHDRAWN, at, why, supersededBy);
            case ProductOrphaned orphaned -> become(ListingState.ORPHANED, at, why, supersededBy);
            case ProductSuperseded superseded -> become(ListingState.SUPERSEDED, at, why, superseded.by());
            // an orphan that somebody takes in has a keeper again
            case ProductHandedOver handedOver ->
                state == ListingState.ORPHANED ? become(ListingState.LISTED, at, why, supersededBy) : this;
            case ProductSuspended suspended -> stand(new Standing(StandingState.SUSPENDED, at, why));
            case ProductRevoked revoked -> stand(new Standing(StandingState.REVOKED, at, why));
            case ProductLifted lifted -> stand(new Standing(StandingState.GOOD, at, why));
        };
    }

    private Listing become(ListingState next, Instant at, @Nullable JsonNode why, @Nullable UUID successor) {
        return new Listing(next, at, why, successor, standing);
    }

    private Listing stand(Standing changed) {
        return new Listing(state, since, reason, supersededBy, changed);
    }

    private static @Nullable JsonNode reason(@Nullable DocumentRef document, Texts documents) {
        return document == null ? null : documents.read(document.sha256()).get("reason");
    }
}
