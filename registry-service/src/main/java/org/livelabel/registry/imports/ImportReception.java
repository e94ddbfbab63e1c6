package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/**
 * Stores an import's lines as they arrive. Nothing is worked on before the last line is stored; an upload that breaks off
 * leaves nothing behind.
 */
@ApplicationScoped
class ImportReception {
    static final long MOST_LINES = 1_000_000;
    private static final int LINES_PER_TRANSACTION = 500;
    private static final Duration FORGET_AFTER = Duration.ofDays(1);

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final Publishing publishing;
    private final ImportWorker worker;
    private final Supplier<UUID> newIds;
    private final Clock clock;

    ImportReception(
            ImportRepository imports,
            ImportRowRepository rows,
            Publishing publishing,
            ImportWorker worker,
            Supplier<UUID> newIds,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.publishing = publishing;
        this.worker = worker;
        this.newIds = newIds;
        this.clock = clock;
    }

    /**
     * @param by who sends it; is asked again when all of it has arrived, if that took long
     * @return the import's id: a new one, or the one that the same request got before
     */
    UUID receive(Actor by, boolean publish, boolean dryRun, String key, RowFormat format, InputStream body) {
        forgetAbandoned();
        UUID id = begin(by.organisation(), publish, dryRun);
        try {
            DigestInputStream digested = new DigestInputStream(body, Sha256.digest());
            long total = store(id, format.rows(digested));
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            UUID accepted =
                    accept(id, by, key, format.commandName() + " " + publish + " " + dryRun + " " + digest, total);
            if (!accepted.equals(id)) {
                forget(id);
            }
            worker.wake();
            return accepted;
        } catch (IOException e) {
            forget(id);
            throw Problem.of(ProblemType.UNREADABLE_BODY, "The upload broke off. Nothing was imported; send it again.");
        } catch (RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    private UUID begin(UUID publisher, boolean publish, boolean dryRun) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Import created = new Import();
            created.id = newIds.get();
            created.publisherId = publisher;
            created.publish = publish;
            created.dryRun = dryRun;
            created.state = ImportState.RECEIVING.wireName();
            created.createdAt = clock.instant();
            imports.persist(created);
            return created.id;
        });
    }

    private long store(UUID id, Rows lines) throws IOException {
        long total = 0;
        List<ImportRow> batch = new ArrayList<>();
        for (Rows.Row line = lines.next(); line != null; line = lines.next()) {
            ImportRow row = new ImportRow();
            row.importId = id;
            row.lineNo = line.number();
            row.line = line.text();
            row.refused = line.refused();
            batch.add(row);
            if (++total > MOST_LINES) {
                throw Problem.of(
                        ProblemType.BODY_TOO_LARGE, "The import has more than " + MOST_LINES + " lines. Split it.");
            }
            if (batch.size() == LINES_PER_TRANSACTION) {
                persist(batch);
            }
        }
        persist(batch);
        if (total == 0) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, "The import has no lines. Send one product per line.");
        }
        return total;
    }

    private void persist(List<ImportRow> batch) {
        QuarkusTransaction.requiringNew().run(() -> rows.persist(batch));
        batch.clear();
    }

    private UUID accept(UUID id, Actor by, String key, String request, long total) {
        JsonNode answer = publishing.once(by, key, request, Locks.none(), () -> {
            Import received = imports.findById(id);
            received.total = total;
            received.state = ImportState.ACCEPTED.wireName();
            return Outcome.silent(Map.of("id", id));
        });
        return UUID.fromString(answer.get("id").asText());
    }

    private void forget(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> imports.deleteById(id));
    }

    private void forgetAbandoned() {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.delete(
                        "state = ?1 and createdAt < ?2",
                        ImportState.RECEIVING.wireName(),
                        clock.instant().minus(FORGET_AFTER)));
    }
}
