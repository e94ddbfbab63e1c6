package org.livelabel.registry.withholding;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.ContentWithheld;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/**
 * Hides a document and says so, in one transaction; the projections forget it in the same one. Personal data is erased, and
 * what only that document said goes from drafts, times that were set, imports and remembered answers as well (ADR 010).
 *
 * <p>What takes long comes first: nobody waits for it. When the head of the log is taken, and everybody who publishes waits,
 * only what was written since then is looked through.
 */
@ApplicationScoped
class Withholdings {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Documents documents;
    private final PublicationLog log;
    private final Publishing publishing;
    private final Erasures erasures;

    Withholdings(Documents documents, PublicationLog log, Publishing publishing, Erasures erasures) {
        this.documents = documents;
        this.log = log;
        this.publishing = publishing;
        this.erasures = erasures;
    }

    JsonNode withhold(Actor operator, String sha256, WithholdingReason reason, String key) {
        String command = "withhold " + sha256 + " " + reason.wireName();
        boolean erases = reason == WithholdingReason.PERSONAL_DATA;
        Locks locks = erases ? Locks.forErasure() : Locks.none();
        return publishing.onceAtLength(LONGEST, operator, key, command, locks, () -> {
            if (!documents.knows(sha256)) {
                throw Problem.of(ProblemType.NOT_FOUND, "No publication names a document with this digest.");
            }
            Erasure erasure = erases ? erasures.begin(sha256) : Erasure.NONE;
            if (!documents.withhold(sha256, reason)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "This document is withheld already.");
            }
            // what names it, for the projections; they ask again for what comes until they have the head
            log.naming(sha256, log.lastIndex());
            UUID organisation = operator.organisation();
            About about = new About(Subject.blob(sha256), organisation, organisation);
            return Outcome.of(new ContentWithheld(about, reason.wireName()), published -> {
                erasures.end(erasure, sha256, published.index());
                return new Withholding(sha256, reason, published.index());
            });
        });
    }

    /** @param logIndex of the entry that says so */
    @Schema(name = "Withholding")
    record Withholding(String sha256, WithholdingReason reason, long logIndex) {}
}
