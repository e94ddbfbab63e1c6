package org.livelabel.registry.withholding;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.OnlyHere;
import org.livelabel.registry.log.PrivateTexts;
import org.livelabel.registry.log.PrivateTexts.Sought;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;

/**
 * Takes what only a withheld document said out of our private tables: first whatever is there, however long that takes, then,
 * with the head of the log in hand, what came in between. So all is gone that was committed before the entry that tells of it.
 */
@ApplicationScoped
class Erasures {
    /** So much is looked through twice: longer than a transaction lasts that writes such a text, and than clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Documents documents;
    private final PublicationLog log;
    private final List<PrivateTexts> stores;
    private final Clock clock;
    private final ErasureMetrics metrics;

    Erasures(
            Documents documents,
            PublicationLog log,
            @All List<PrivateTexts> stores,
            Clock clock,
            ErasureMetrics metrics) {
        this.documents = documents;
        this.log = log;
        this.stores = stores.stream()
                .sorted(Comparator.comparing(PrivateTexts::place))
                .toList();
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Before the head is taken. Nobody else erases meanwhile: the act holds the right to. */
    @Transactional(Transactional.TxType.MANDATORY)
    Erasure begin(String sha256) {
        OnlyHere texts = documents.textsOnlyIn(sha256);
        if (texts.isEmpty()) {
            return Erasure.NONE;
        }
        long last = log.lastIndex();
        Set<Subject> subjects = log.naming(sha256, last);
        Set<UUID> publishers = log.publishersOf(subjects, -1);
        Instant began = clock.instant().minus(OVERLAP);
        Sought sought = Sought.everywhere(texts, publishers);
        stores.forEach(store -> store.erase(sought));
        return new Erasure(texts, subjects, publishers, last, began);
    }

    /**
     * With the head in hand: whoever published this text before has its answer stored by now.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if somebody else has come to publish about it just now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(Erasure erasure, String sha256, long index) {
        OnlyHere texts = erasure.texts();
        if (texts.isEmpty()) {
            return;
        }
        if (!erasure.publishers().containsAll(publishersSince(erasure, sha256, index))) {
            // their drafts and imports are locked before the head, never after it
            throw Problem.withHeader(
                    ProblemType.BUSY,
                    "Somebody published about this document at the same moment. Nothing was changed. Try again.",
                    "Retry-After",
                    "1");
        }
        Sought sought = Sought.withTheHeadInHand(texts, erasure.publishers(), erasure.began());
        stores.forEach(store -> store.erase(sought));
        metrics.erased();
    }

    /** Of what it has come to be about meanwhile all, of the rest those who published since. */
    private Set<UUID> publishersSince(Erasure erasure, String sha256, long index) {
        Set<Subject> added = new HashSet<>(log.naming(sha256, index));
        added.removeAll(erasure.subjects());
        Set<UUID> publishers = new HashSet<>(log.publishersOf(erasure.subjects(), erasure.last()));
        publishers.addAll(log.publishersOf(added, -1));
        return publishers;
    }
}
