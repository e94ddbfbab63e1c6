package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Names a blob.
 *
 * @param sha256 64 hex digits in lower case
 * @param size in bytes
 */
public record DocumentRef(String sha256, String mediaType, long size) {
    static DocumentRef from(JsonNode node) {
        DataReader document = new DataReader("document", node);
        return new DocumentRef(document.text("sha256"), document.text("media_type"), document.size("size"));
    }

    ObjectNode data() {
        return new DataWriter()
                .put("sha256", sha256)
                .put("media_type", mediaType)
                .put("size", size)
                .node();
    }
}
