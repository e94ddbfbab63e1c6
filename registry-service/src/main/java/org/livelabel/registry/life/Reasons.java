package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.livelabel.registry.log.Documents;

/** Why something is done to a product, in public: a document that the entry names. */
@ApplicationScoped
class Reasons {
    private final Documents documents;
    private final ObjectMapper mapper;

    Reasons(Documents documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    /** An entry's data so far: the reason's document, if the request gives a reason. */
    ObjectNode data(JsonNode request) {
        ObjectNode data = mapper.createObjectNode();
        if (request.has("reason")) {
            ObjectNode document = mapper.createObjectNode().set("reason", request.get("reason"));
            data.set("document", mapper.valueToTree(documents.store(document)));
        }
        return data;
    }
}
