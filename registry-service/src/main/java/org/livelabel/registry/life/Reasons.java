package org.livelabel.registry.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.DocumentRef;
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

    /** @param request has a reason: its schema asks for one */
    DocumentRef store(JsonNode request) {
        return documents.store(mapper.createObjectNode().set("reason", request.get("reason")));
    }

    /** Null if the request gives none. */
    @Nullable DocumentRef storeIfGiven(JsonNode request) {
        return request.has("reason") ? store(request) : null;
    }
}
