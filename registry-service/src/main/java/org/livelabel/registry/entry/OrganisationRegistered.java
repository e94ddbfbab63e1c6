package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An organisation is here from now on. */
public record OrganisationRegistered(
        About about, String kind, @Nullable String country, boolean verified, boolean suspended, DocumentRef document)
        implements OrganisationDescribed {
    static OrganisationRegistered from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.ORGANISATION_REGISTERED, data);
        return new OrganisationRegistered(
                about,
                reader.text("kind"),
                reader.textIfAny("country"),
                reader.flag("verified"),
                reader.flag("suspended"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.ORGANISATION_REGISTERED;
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
