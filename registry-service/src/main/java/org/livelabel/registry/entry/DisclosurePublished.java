package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product does with people's data and how it is secured, one version of it.
 *
 * @param version 1, 2, 3, ... for each product
 * @param material null in the entries of the first release, which did not examine it
 * @param changeCodes an open list; what rules found since the version before, contested or not
 * @param notes why rules were contested, if any was
 */
public record DisclosurePublished(
        About about,
        int version,
        @Nullable Boolean material,
        List<String> changeCodes,
        @Nullable DocumentRef notes,
        DocumentRef document)
        implements Entry {
    static DisclosurePublished from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.DISCLOSURE_PUBLISHED, data);
        return new DisclosurePublished(
                about,
                reader.number("version"),
                reader.flagIfAny("material"),
                reader.texts("change_codes"),
                reader.documentIfAny("notes"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.DISCLOSURE_PUBLISHED;
    }

    @Override
    public ObjectNode data() {
        DataWriter data = new DataWriter().put("version", version).put("material", material);
        if (material != null) {
            data.putAll("change_codes", changeCodes);
        }
        return data.put("notes", notes).put("document", document).node();
    }

    /** Not material: whatever was found has been contested in public. Nobody looked: it may be. */
    public boolean mayBeMaterial() {
        return !Boolean.FALSE.equals(material);
    }
}
