package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The subject, a document, is not shown any more.
 *
 * @param reason a code; the public is told this and nothing more
 */
public record ContentWithheld(About about, String reason) implements Entry {
    static ContentWithheld from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.CONTENT_WITHHELD, data);
        return new ContentWithheld(about, reader.text("reason"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.CONTENT_WITHHELD;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter().put("reason", reason).node();
    }
}
