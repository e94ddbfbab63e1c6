package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The maker ended the listing. */
public record ProductWithdrawn(About about, DocumentRef document) implements LifeChanged {
    static ProductWithdrawn from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_WITHDRAWN, data);
        return new ProductWithdrawn(about, reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_WITHDRAWN;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("document", document).node();
    }
}
