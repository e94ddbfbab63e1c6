package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param since null while no operator ever said anything
 * @param reason a text by language
 */
public record Standing(
        StandingState state,
        @Nullable Instant since,
        @Nullable JsonNode reason) {
    static final Standing GOOD = new Standing(StandingState.GOOD, null, null);
}
