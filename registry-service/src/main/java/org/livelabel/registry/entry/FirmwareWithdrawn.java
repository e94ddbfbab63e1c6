package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The maker took a release back, for good.
 *
 * @param release its number
 */
public record FirmwareWithdrawn(About about, int release, DocumentRef document) implements Entry {
    static FirmwareWithdrawn from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.FIRMWARE_WITHDRAWN, data);
        return new FirmwareWithdrawn(about, reader.number("release"), reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.FIRMWARE_WITHDRAWN;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("release", release)
                .put("document", document)
                .node();
    }
}
