package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.problem.Violation;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/**
 * Publishes an organisation's facts where they differ from what was published last. The rules of texts are for new ones: what
 * it is called already is not looked at again, however the rules have grown. And a new name that is refused keeps nothing else
 * from being said: a suspension gets through in any case.
 */
@ApplicationScoped
class OrganisationCommands {
    private static final Set<PublicationType> FACTS =
            EnumSet.of(PublicationType.ORGANISATION_REGISTERED, PublicationType.ORGANISATION_CHANGED);
    /** What a person wrote, and what therefore goes into a document. */
    private static final Set<String> TEXTS = Set.of("/name", "/contact");

    private final Schemas schemas;
    private final Publishing publishing;
    private final Documents documents;
    private final PublicationLog log;
    private final ObjectMapper mapper;

    OrganisationCommands(
            Schemas schemas, Publishing publishing, Documents documents, PublicationLog log, ObjectMapper mapper) {
        this.schemas = schemas;
        this.publishing = publishing;
        this.documents = documents;
        this.log = log;
        this.mapper = mapper;
    }

    /**
     * @param index of the entry that was published; null if all that is taken was said before
     * @param refused why name and contact stay as they were: 422, or 451 if they are withheld; null if they were taken
     */
    record Said(@Nullable Long index, @Nullable HttpProblem refused) {}

    /** @throws HttpProblem 422 or 451 if nothing of it is taken */
    Said say(UUID id, JsonNode facts) {
        List<Violation> flaws = schemas.violations("organisation/1", facts);
        if (!flaws.stream().allMatch(flaw -> TEXTS.contains(flaw.field()))) {
            throw Problem.of(ProblemType.INVALID_CONTENT, flaws);
        }
        return publishing.now(Actor.service(), Locks.organisation(id), () -> say(id, facts, flaws));
    }

    private Outcome<Said> say(UUID id, JsonNode facts, List<Violation> flaws) {
        ObjectNode document = document(facts);
        Publication known = log.latest(Subject.organisation(id), FACTS, 1).stream()
                .findFirst()
                .orElse(null);
        if (known == null) {
            HttpProblem refused = refusal(document, flaws);
            if (refused != null) {
                throw refused;
            }
            return outcome(PublicationType.ORGANISATION_REGISTERED, id, data(facts, stored(document)), null);
        }
        // by the digest, which stays when the text is withheld
        boolean same = Documents.refTo(document).sha256().equals(known.documentSha256());
        HttpProblem refused = same ? null : refusal(document, flaws);
        boolean keeps = same || refused != null;
        if (keeps && says(known.data(), facts)) {
            return Outcome.silent(new Said(null, refused));
        }
        JsonNode reference = keeps ? known.data().get("document") : stored(document);
        return outcome(PublicationType.ORGANISATION_CHANGED, id, data(facts, reference), refused);
    }

    private @Nullable HttpProblem refusal(JsonNode document, List<Violation> flaws) {
        return flaws.isEmpty() ? documents.refusalOf(document) : Problem.of(ProblemType.INVALID_CONTENT, flaws);
    }

    private JsonNode stored(JsonNode document) {
        return mapper.valueToTree(documents.store(document));
    }

    private static Outcome<Said> outcome(
            PublicationType type, UUID id, ObjectNode data, @Nullable HttpProblem refused) {
        return Outcome.of(
                new Fact(type, Subject.organisation(id), id, id, data),
                published -> new Said(published.index(), refused));
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

    private ObjectNode data(JsonNode facts, JsonNode document) {
        ObjectNode data = mapper.createObjectNode();
        data.set("kind", facts.get("kind"));
        if (facts.has("country")) {
            data.set("country", facts.get("country"));
        }
        data.set("verified", facts.get("verified"));
        data.set("suspended", facts.get("suspended"));
        data.set("document", document);
        return data;
    }
}
