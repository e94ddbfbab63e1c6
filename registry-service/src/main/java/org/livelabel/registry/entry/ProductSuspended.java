package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operator says that something is wrong here, and is being looked into. */
public record ProductSuspended(About about, DocumentRef document) implements LifeChanged {
    static ProductSuspended from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_SUSPENDED, data);
        return new ProductSuspended(about, reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_SUSPENDED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).node();
    }
}
