package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An operator says that what is said here is not to be believed. For good. */
public record ProductRevoked(About about, DocumentRef document) implements LifeChanged {
    static ProductRevoked from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_REVOKED, data);
        return new ProductRevoked(about, reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_REVOKED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).node();
    }
}
