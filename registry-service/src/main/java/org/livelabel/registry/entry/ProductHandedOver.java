package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope's manufacturer owns the product from now on, and publishes about it.
 *
 * @param document why, if the operator said so
 * @param from the manufacturer before
 */
public record ProductHandedOver(About about, @Nullable DocumentRef document, UUID from) implements LifeChanged {
    static ProductHandedOver from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_HANDED_OVER, data);
        return new ProductHandedOver(about, reader.documentIfAny("document"), reader.id("from"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_HANDED_OVER;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).put("from", from).node();
    }
}
