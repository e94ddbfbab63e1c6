package org.livelabel.registry.withholding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.DraftErasure;
import org.livelabel.registry.idempotency.Idempotency;
import org.livelabel.registry.imports.ImportErasure;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.OnlyHere;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;

/**
 * Hides a document and says so, in one transaction; the projections forget it in the same one. Personal data is erased, and
 * what only that document said goes from drafts, times that were set, imports and remembered answers as well (ADR 010).
 */
@ApplicationScoped
class Withholdings {
    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    Idempotency idempotency;

    @Inject
    DraftErasure drafts;

    @Inject
    ImportErasure imports;

    @Inject
    ObjectMapper mapper;

    @Transactional
    JsonNode withhold(Membership operator, String sha256, WithholdingReason reason, String key) {
        String command = "withhold " + sha256 + " " + reason.wireName();
        return idempotency.once(operator.id(), key, command, () -> {
            if (!documents.knows(sha256)) {
                throw Problem.of(ProblemType.NOT_FOUND, "No publication names a document with this digest.");
            }
            OnlyHere erased =
                    reason == WithholdingReason.PERSONAL_DATA ? documents.textsOnlyIn(sha256) : OnlyHere.nothing();
            Set<UUID> publishers = erased.isEmpty() ? Set.of() : publishersOf(sha256);
            if (!erased.isEmpty()) {
                imports.hold(publishers);
                drafts.erase(publishers, erased);
            }
            if (!documents.withhold(sha256, reason)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "This document is withheld already.");
            }
            var published = log.append(List.of(new Fact(
                    PublicationType.CONTENT_WITHHELD,
                    Subject.blob(sha256),
                    operator.id(),
                    operator.id(),
                    mapper.createObjectNode().put("reason", reason.wireName()))));
            if (!erased.isEmpty()) {
                // under the head of the log: whoever published this text before has its answer stored by now
                imports.erase(publishers, erased);
                idempotency.erase(erased);
            }
            return new Withholding(sha256, reason, published.getFirst().index());
        });
    }

    /** Everybody who published something about what the document is about: their private work may hold it as well. */
    private Set<UUID> publishersOf(String sha256) {
        Set<UUID> publishers = new HashSet<>();
        for (Subject subject : log.naming(sha256, Long.MAX_VALUE)) {
            for (Publication publication : log.history(subject, Day.EVER)) {
                publishers.add(publication.manufacturer());
                publishers.add(publication.publisher());
            }
        }
        return publishers;
    }

    /** @param logIndex of the entry that says so */
    @Schema(name = "Withholding")
    record Withholding(String sha256, WithholdingReason reason, long logIndex) {}
}
