package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What an organisation is, in place of what was said before. */
public record OrganisationChanged(
        About about, String kind, @Nullable String country, boolean verified, boolean suspended, DocumentRef document)
        implements OrganisationDescribed {
    static OrganisationChanged from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.ORGANISATION_CHANGED, data);
        return new OrganisationChanged(
                about,
                reader.text("kind"),
                reader.textIfAny("country"),
                reader.flag("verified"),
                reader.flag("suspended"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.ORGANISATION_CHANGED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("kind", kind)
                .put("country", country)
                .put("verified", verified)
                .put("suspended", suspended)
                .put("document", document)
                .node();
    }
}
