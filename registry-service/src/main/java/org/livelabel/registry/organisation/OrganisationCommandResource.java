package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.registry.authority.Caller;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.json.StrictJson;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;

/**
 * Takes an organisation's public facts from account-service and publishes what is new. Saying the same again publishes
 * nothing, so a command may be repeated.
 */
@Path("/internal/organisations")
@Authenticated
public class OrganisationCommandResource {
    @Inject
    Caller caller;

    @Inject
    Schemas schemas;

    @Inject
    Organisations organisations;

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    ObjectMapper mapper;

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(hidden = true)
    public Response put(@PathParam("id") UUID id, InputStream body) {
        caller.requireService("account-service");
        JsonNode facts = StrictJson.read(body);
        schemas.require("organisation/1", facts);
        Optional<OrganisationFacts> known = organisations.find(id);
        if (known.isPresent() && says(known.get(), facts)) {
            return Response.noContent().build();
        }
        List<Publication> published = log.append(List.of(new Fact(
                known.isPresent() ? PublicationType.ORGANISATION_CHANGED : PublicationType.ORGANISATION_REGISTERED,
                Subject.organisation(id),
                id,
                id,
                data(facts))));
        return Response.ok(Map.of("index", published.getFirst().index())).build();
    }

    private static boolean says(OrganisationFacts known, JsonNode facts) {
        return known.name().equals(facts.get("name").asText())
                && known.kind().equals(facts.get("kind").asText())
                && Objects.equals(known.country(), facts.path("country").textValue())
                && Objects.equals(known.contact(), facts.path("contact").textValue())
                && known.verified() == facts.get("verified").asBoolean()
                && known.suspended() == facts.get("suspended").asBoolean();
    }

    private ObjectNode data(JsonNode facts) {
        ObjectNode document = mapper.createObjectNode();
        document.set("name", facts.get("name"));
        if (facts.has("contact")) {
            document.set("contact", facts.get("contact"));
        }
        ObjectNode data = mapper.createObjectNode();
        data.set("kind", facts.get("kind"));
        if (facts.has("country")) {
            data.set("country", facts.get("country"));
        }
        data.set("verified", facts.get("verified"));
        data.set("suspended", facts.get("suspended"));
        data.set("document", mapper.valueToTree(documents.store(document)));
        return data;
    }
}
