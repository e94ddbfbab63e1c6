package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.OrganisationChanged;
import org.livelabel.registry.entry.OrganisationDescribed;
import org.livelabel.registry.entry.OrganisationRegistered;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
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
        OrganisationDescribed known = log.latest(Subject.organisation(id), FACTS, 1).stream()
                .map(Publication::entry)
                .map(OrganisationDescribed.class::cast)
                .findFirst()
                .orElse(null);
        if (known == null) {
            HttpProblem refused = refusal(document, flaws);
            if (refused != null) {
                throw refused;
            }
            return outcome(OrganisationRegistered::new, id, facts, documents.store(document), null);
        }
        // by the digest, which stays when the text is withheld
        boolean same =
                Documents.refTo(document).sha256().equals(known.document().sha256());
        HttpProblem refused = same ? null : refusal(document, flaws);
        boolean keeps = same || refused != null;
        if (keeps && says(known, facts)) {
            return Outcome.silent(new Said(null, refused));
        }
        DocumentRef reference = keeps ? known.document() : documents.store(document);
        return outcome(OrganisationChanged::new, id, facts, reference, refused);
    }

    private @Nullable HttpProblem refusal(JsonNode document, List<Violation> flaws) {
        return flaws.isEmpty() ? documents.refusalOf(document) : Problem.of(ProblemType.INVALID_CONTENT, flaws);
    }

    private static Outcome<Said> outcome(
            Description description, UUID id, JsonNode facts, DocumentRef document, @Nullable HttpProblem refused) {
        OrganisationDescribed entry = description.of(
                new About(Subject.organisation(id), id, id),
                facts.get("kind").asText(),
                facts.path("country").textValue(),
                facts.get("verified").asBoolean(),
                facts.get("suspended").asBoolean(),
                document);
        return Outcome.of(entry, published -> new Said(published.index(), refused));
    }

    /** Whichever of the two it is, it says the same. */
    private interface Description {
        OrganisationDescribed of(
                About about,
                String kind,
                @Nullable String country,
                boolean verified,
                boolean suspended,
                DocumentRef document);
    }

    private static boolean says(OrganisationDescribed known, JsonNode facts) {
        return known.kind().equals(facts.path("kind").asText())
                && Objects.equals(known.country(), facts.path("country").textValue())
                && known.verified() == facts.path("verified").asBoolean()
                && known.suspended() == facts.path("suspended").asBoolean();
    }

    private ObjectNode document(JsonNode facts) {
        ObjectNode document = mapper.createObjectNode();
        document.set("name", facts.get("name"));
        if (facts.has("contact")) {
            document.set("contact", facts.get("contact"));
        }
        return document;
    }
}
