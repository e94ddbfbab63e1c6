package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operator takes a suspension back. */
public record ProductLifted(About about, DocumentRef document) implements LifeChanged {
    static ProductLifted from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_LIFTED, data);
        return new ProductLifted(about, reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_LIFTED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).node();
    }
}
