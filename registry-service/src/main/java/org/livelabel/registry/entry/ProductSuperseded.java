package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another product takes this one's place.
 *
 * @param document why, if the maker said so
 * @param by the other product
 */
public record ProductSuperseded(About about, @Nullable DocumentRef document, UUID by) implements LifeChanged {
    static ProductSuperseded from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_SUPERSEDED, data);
        return new ProductSuperseded(about, reader.documentIfAny("document"), reader.id("by"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_SUPERSEDED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).put("by", by).node();
    }
}
