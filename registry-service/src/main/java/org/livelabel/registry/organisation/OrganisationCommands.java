package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.DocumentRef;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.LockOrder;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;

/** Publishes an organisation's facts where they differ from what was published last. */
@ApplicationScoped
class OrganisationCommands {
    private static final Set<PublicationType> FACTS =
            EnumSet.of(PublicationType.ORGANISATION_REGISTERED, PublicationType.ORGANISATION_CHANGED);

    @Inject
    LockOrder lockOrder;

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    ObjectMapper mapper;

    /**
     * @return the index of the entry; null if all of it was said before
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 451 if the name is a text that was withheld, and not the one that
     *     the organisation has anyway
     */
    @Transactional
    @Nullable Long say(UUID id, JsonNode facts) {
        lockOrder.organisation(id);
        List<Publication> known = log.latest(Subject.organisation(id), FACTS, 1);
        ObjectNode document = document(facts);
        // by the digest, which stays when the text is withheld
        DocumentRef reference = Documents.refTo(document);
        boolean sameDocument =
                !known.isEmpty() && known.getFirst().documentSha256().equals(reference.sha256());
        if (sameDocument && says(known.getFirst().data(), facts)) {
            return null;
        }
        // what it is called already is not published again: a withheld name does not keep a suspension from being said
        DocumentRef stored = sameDocument ? reference : documents.store(document);
        PublicationType type =
                known.isEmpty() ? PublicationType.ORGANISATION_REGISTERED : PublicationType.ORGANISATION_CHANGED;
        return log.append(List.of(new Fact(type, Subject.organisation(id), id, id, data(facts, stored))))
                .getFirst()
                .index();
    }

    private static boolean says(JsonNode known, JsonNode facts) {
        return List.of("kind", "country", "verified", "suspended").stream()
                .allMatch(field -> known.path(field).equals(facts.path(field)));
    }

    private ObjectNode document(JsonNode facts) {
        ObjectNode document = mapper.createObjectNode();
        document.set("name", facts.get("name"));
        if (facts.has("contact")) {
            document.set("contact", facts.get("contact"));
        }
        return document;
    }

    private ObjectNode data(JsonNode facts, DocumentRef document) {
        ObjectNode data = mapper.createObjectNode();
        data.set("kind", facts.get("kind"));
        if (facts.has("country")) {
            data.set("country", facts.get("country"));
        }
        data.set("verified", facts.get("verified"));
        data.set("suspended", facts.get("suspended"));
        data.set("document", mapper.valueToTree(document));
        return data;
    }
}
