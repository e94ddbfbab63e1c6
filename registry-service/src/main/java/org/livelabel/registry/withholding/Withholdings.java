package org.livelabel.registry.withholding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.idempotency.Idempotency;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Hides a document and says so, in one transaction; the projections forget it in the same one. */
@ApplicationScoped
class Withholdings {
    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper mapper;

    @Transactional
    JsonNode withhold(Membership operator, String sha256, WithholdingReason reason, String key) {
        String command = "withhold " + sha256 + " " + reason.wireName();
        return idempotency.once(operator.id(), key, command, () -> {
            if (!documents.knows(sha256)) {
                throw Problem.of(ProblemType.NOT_FOUND, "No publication names a document with this digest.");
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
            return new Withholding(sha256, reason, published.getFirst().index());
        });
    }

    /** @param logIndex of the entry that says so */
    @Schema(name = "Withholding")
    record Withholding(String sha256, WithholdingReason reason, long logIndex) {}
}
