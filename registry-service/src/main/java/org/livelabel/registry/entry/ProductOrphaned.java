package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operator says that nobody keeps this product any more. */
public record ProductOrphaned(About about, DocumentRef document) implements LifeChanged {
    static ProductOrphaned from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_ORPHANED, data);
        return new ProductOrphaned(about, reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_ORPHANED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).node();
    }
}
