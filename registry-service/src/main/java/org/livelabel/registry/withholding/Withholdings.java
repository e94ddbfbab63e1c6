package org.livelabel.registry.withholding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.ProblemType;

/**
 * Hides a document and says so, in one transaction; the projections forget it in the same one. Personal data is erased, and
 * what only that document said goes from drafts, times that were set, imports and remembered answers as well (ADR 010).
 *
 * <p>What takes long comes first: nobody waits for it. When the head of the log is taken, and everybody who publishes waits,
 * only what was written since then is looked through.
 */
@ApplicationScoped
class Withholdings {
    private static final int LONGEST_SECONDS = 1800;

    private final Documents documents;
    private final PublicationLog log;
    private final Idempotency idempotency;
    private final Erasures erasures;
    private final ObjectMapper mapper;

    Withholdings(
            Documents documents, PublicationLog log, Idempotency idempotency, Erasures erasures, ObjectMapper mapper) {
        this.documents = documents;
        this.log = log;
        this.idempotency = idempotency;
        this.erasures = erasures;
        this.mapper = mapper;
    }

    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    JsonNode withhold(Membership operator, String sha256, WithholdingReason reason, String key) {
        String command = "withhold " + sha256 + " " + reason.wireName();
        return idempotency.once(operator.id(), key, command, () -> {
            if (!documents.knows(sha256)) {
                throw Problem.of(ProblemType.NOT_FOUND, "No publication names a document with this digest.");
            }
            Erasure erasure = reason == WithholdingReason.PERSONAL_DATA ? erasures.begin(sha256) : Erasure.NONE;
            if (!documents.withhold(sha256, reason)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "This document is withheld already.");
            }
            // what names it, for the projections; they ask again for what comes until they have the head
            log.naming(sha256, log.lastIndex());
            long index = log.append(List.of(new Fact(
                                    PublicationType.CONTENT_WITHHELD,
                                    Subject.blob(sha256),
                                    operator.id(),
                                    operator.id(),
                                    mapper.createObjectNode().put("reason", reason.wireName()))
                            .entry()))
                    .getFirst()
                    .index();
            erasures.end(erasure, sha256, index);
            return new Withholding(sha256, reason, index);
        });
    }

    /** @param logIndex of the entry that says so */
    @Schema(name = "Withholding")
    record Withholding(String sha256, WithholdingReason reason, long logIndex) {}
}
