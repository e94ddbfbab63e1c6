package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers lead to a product.
 *
 * @param document why an operator moved one, if it said so
 * @param gtins all of them afterwards, 14 digits each, in the maker's order
 */
public record GtinsChanged(
        About about, @Nullable DocumentRef document, List<String> taken, List<String> released, List<String> gtins)
        implements Entry {
    static GtinsChanged from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.GTINS_CHANGED, data);
        return new GtinsChanged(
                about,
                reader.documentIfAny("document"),
                reader.texts("taken"),
                reader.texts("released"),
                reader.texts("gtins"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.GTINS_CHANGED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("document", document)
                .putAll("taken", taken)
                .putAll("released", released)
                .putAll("gtins", gtins)
                .node();
    }
}
