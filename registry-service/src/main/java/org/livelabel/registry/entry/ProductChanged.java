package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a product is, in place of what was said before. */
public record ProductChanged(About about, String labelCode, String deviceGroup, String category, DocumentRef document)
        implements ProductDescribed {
    static ProductChanged from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.PRODUCT_CHANGED, data);
        return new ProductChanged(
                about,
                reader.text("label_code"),
                reader.text("device_group"),
                reader.text("category"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.PRODUCT_CHANGED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("label_code", labelCode)
                .put("device_group", deviceGroup)
                .put("category", category)
                .put("document", document)
                .node();
    }
}
