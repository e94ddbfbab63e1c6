package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A policy in one language.
 *
 * @param language BCP 47
 */
public record PolicyText(String language, DocumentRef document) {
    static PolicyText from(JsonNode node) {
        DataReader text = new DataReader("text", node);
        return new PolicyText(text.text("language"), text.document("document"));
    }

    ObjectNode data() {
        return new DataWriter()
                .put("language", language)
                .put("document", document)
                .node();
    }
}
