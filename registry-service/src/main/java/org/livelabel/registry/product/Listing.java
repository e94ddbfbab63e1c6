package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param reason a text by language, if the state was left for one */
public record Listing(
        ListingState state, Instant since, @Nullable JsonNode reason) {}
