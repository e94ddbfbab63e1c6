package org.livelabel.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.draft.RowIntake;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.problem.TryAgain;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Works off the next lines of an import. A line's effects, its result and the import's progress are one transaction, so a
 * process that dies half-way has done every line once or not at all.
 *
 * <p>A line that is wrong fails. A line that only met something passing (a deadlock, a full pool, a time-out) stays pending,
 * and its import is put off; other imports go on.
 */
@ApplicationScoped
class ImportBatch {
    private static final int TIMEOUT_SECONDS = 120;

    @Inject
    EntityManager entityManager;

    @Inject
    ImportRepository imports;

    @Inject
    ImportRowRepository rows;

    @Inject
    RowIntake intake;

    @Inject
    DryRun dryRun;

    @Inject
    Organisations organisations;

    @Inject
    RegistrySettings settings;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /** @return false if there is nothing to do */
    boolean work() {
        At at = new At();
        try {
            return inTransaction(
                    at,
                    () -> imports.claimNext(clock.instant()),
                    settings.imports().batch(),
                    null);
        } catch (RuntimeException e) {
            UUID job = at.job;
            if (job == null) {
                // not even the import could be read
                throw e;
            }
            Log.debugf("a batch of lines failed, each by itself will tell: %s", e);
            oneByOne(job);
            return true;
        }
    }

    /** Lines of a batch that failed share a rollback, so each gets a transaction of its own. */
    private void oneByOne(UUID job) {
        for (int i = 0; i < settings.imports().batch(); i++) {
            At at = new At();
            try {
                if (!inTransaction(at, () -> imports.claim(job), 1, null)) {
                    return;
                }
            } catch (RuntimeException e) {
                if (TryAgain.mayHelp(e)) {
                    postpone(job, e);
                    return;
                }
                HttpProblem problem = problem(e);
                inTransaction(at, () -> imports.claim(job), 1, problem);
            }
        }
    }

    private void postpone(UUID job, RuntimeException failure) {
        QuarkusTransaction.requiringNew().run(() -> imports.claim(job).ifPresent(found -> {
            found.attempts++;
            found.nextAttemptAt = clock.instant().plus(TryAgain.after(found.attempts));
            Log.warnf("import %s is put off until %s: %s", job, found.nextAttemptAt, failure);
        }));
    }

    /**
     * @param failure the result of the line, if it is the one that was tried last and is known to fail
     * @return false if there was no line to do
     */
    private boolean inTransaction(At at, Claim claim, int lines, @Nullable HttpProblem failure) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            Optional<Import> next = claim.take();
            if (next.isEmpty()) {
                return false;
            }
            Import job = next.get();
            at.job = job.id;
            List<ImportRow> batch = rows.after(job.id, job.done, lines);
            // what comes of them is written in plain SQL
            entityManager.clear();
            job.state = ImportState.RUNNING.wireName();
            if (failure == null) {
                at.line = batch.isEmpty() ? 0 : batch.getFirst().lineNo;
                work(job, batch);
            } else if (!batch.isEmpty() && batch.getFirst().lineNo == at.line) {
                fail(batch.getFirst(), failure);
            } else {
                // another process has done it meanwhile
                return true;
            }
            for (ImportRow row : batch) {
                rows.finish(row);
                job.done = row.lineNo;
            }
            if (batch.size() < lines) {
                job.state = ImportState.FINISHED.wireName();
                job.finishedAt = clock.instant();
                dryRun.forget(job);
            }
            imports.advance(job);
            return true;
        });
    }

    private void work(Import job, List<ImportRow> batch) {
        HttpProblem stopped = stopped(job);
        List<Line> lines = new ArrayList<>();
        for (ImportRow row : batch) {
            try {
                lines.add(read(row, stopped));
            } catch (HttpProblem e) {
                fail(row, e);
            }
        }
        if (job.dryRun) {
            dryRun.rehearse(job, lines, this::fail);
            return;
        }
        // all of a batch's drafts before any of its entries: the log's head is the last lock, also across lines
        intake.lock(job.publisherId, lines.stream().map(Line::read).toList());
        for (Line line : lines) {
            RowIntake.Taken taken = intake.take(job.publisherId, job.publish, line.read());
            line.row().productId = taken.product();
            line.row().result = taken.result().wireName();
            // what a line leaves in the session would be compared again with each query of the next
            entityManager.flush();
            entityManager.clear();
        }
    }

    private Line read(ImportRow row, @Nullable HttpProblem stopped) {
        if (row.refused != null) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, row.refused);
        }
        RowIntake.Row read = intake.read(Objects.requireNonNull(row.line));
        row.productRef = read.productRef();
        if (stopped != null) {
            throw stopped;
        }
        return new Line(row, read);
    }

    /**
     * Why nothing of the import is published any more. The lines fail, they do not wait: what was to be public a while ago
     * should not become so on the day on which a suspension ends.
     */
    private @Nullable HttpProblem stopped(Import job) {
        if (!job.publish) {
            return null;
        }
        OrganisationFacts publisher = organisations.find(job.publisherId).orElse(null);
        if (publisher == null || publisher.verified() && !publisher.suspended()) {
            return null;
        }
        return Problem.of(
                ProblemType.NOT_ALLOWED,
                "Your organisation was suspended, or is not verified any more, before this line's turn came. When that is"
                        + " over, send the file again: what is public already stays unchanged.");
    }

    private void fail(ImportRow row, HttpProblem problem) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("type", problem.getType());
        document.put("title", problem.getTitle());
        document.put("status", problem.getStatusCode());
        document.put("detail", problem.getDetail());
        document.putAll(problem.getParameters());
        row.result = "failed";
        try {
            row.detail = mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpProblem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpProblem problem) {
                return problem;
            }
        }
        Log.error("a line of an import failed", failure);
        return Problem.of(ProblemType.INTERNAL, "The line could not be imported. Nothing of it was stored.");
    }

    /** A line that can be read, and what it says. */
    record Line(ImportRow row, RowIntake.Row read) {}

    /** What an attempt was at, if it failed. */
    private static final class At {
        private @Nullable UUID job;
        /** The first of its lines. */
        private long line;
    }

    private interface Claim {
        Optional<Import> take();
    }
}
