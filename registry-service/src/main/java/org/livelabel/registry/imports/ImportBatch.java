package org.livelabel.registry.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ConstraintProblem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.problem.TryAgain;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Works off the next lines of an import. A line's effects, its result and the import's progress are one transaction, so a
 * process that dies half-way has done every line once or not at all.
 *
 * <p>A line that is wrong fails. A line that only met something passing (a deadlock, a full pool, a time-out) stays pending,
 * and its import is put off; other imports go on. What is in the way of the same line again and again is no longer held to be
 * passing: after some attempts that line fails and says so. Two things keep a line from failing of what is in everybody's way:
 * an attempt counts only if the database takes note of it straight afterwards, and the line fails only in a transaction
 * that could have published something.
 */
@ApplicationScoped
class ImportBatch {
    private static final int TIMEOUT_SECONDS = 120;
    /** With the pauses of {@link TryAgain#after} in between: nine minutes. */
    private static final int MOST_ATTEMPTS = 10;

    private final EntityManager entityManager;
    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final LineWork work;
    private final DryRun dryRun;
    private final PublicationLog log;
    private final RegistrySettings settings;
    private final Clock clock;
    private final ImportMetrics metrics;

    ImportBatch(
            EntityManager entityManager,
            ImportRepository imports,
            ImportRowRepository rows,
            LineWork work,
            DryRun dryRun,
            PublicationLog log,
            RegistrySettings settings,
            Clock clock,
            ImportMetrics metrics) {
        this.entityManager = entityManager;
        this.imports = imports;
        this.rows = rows;
        this.work = work;
        this.dryRun = dryRun;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @return false if there is nothing to do */
    boolean work() {
        At at = new At();
        try {
            return inTransaction(
                    at,
                    () -> imports.claimNext(clock.instant()),
                    settings.imports().batch());
        } catch (RuntimeException e) {
            UUID job = at.job;
            if (job == null) {
                // not even the import could be read
                throw e;
            }
            if (at.lines > 1) {
                Log.debugf("a batch of lines failed, each by itself will tell: %s", e);
                oneByOne(job);
            } else {
                settle(job, at, e);
            }
            return true;
        }
    }

    /** Lines of a batch that failed share a rollback, so each gets a transaction of its own. */
    private void oneByOne(UUID job) {
        for (int i = 0; i < settings.imports().batch(); i++) {
            At at = new At();
            try {
                if (!inTransaction(at, () -> imports.claim(job), 1)) {
                    return;
                }
            } catch (RuntimeException e) {
                if (!settle(job, at, e)) {
                    return;
                }
            }
        }
    }

    /** @return false if the line has no result yet and the import is put off */
    private boolean settle(UUID job, At at, RuntimeException failure) {
        if (at.lines == 1 && !TryAgain.mayHelp(failure) && !ConstraintProblem.isLostRace(failure)) {
            fail(job, at.line, problem(failure), false);
            return true;
        }
        int attempts = postpone(job, failure);
        if (at.lines != 1 || attempts < MOST_ATTEMPTS) {
            return false;
        }
        return giveUp(job, at.line, attempts, failure);
    }

    private boolean giveUp(UUID job, long line, int attempts, RuntimeException failure) {
        HttpProblem problem = Problem.of(
                ProblemType.BUSY,
                "The line was tried " + attempts
                        + " times, with longer and longer pauses, and each time something in the"
                        + " database was in its way. Nothing of it was stored. Send this line again in a new import; if that"
                        + " ends like this one, tell the operator of this registry.");
        try {
            fail(job, line, problem, true);
        } catch (RuntimeException e) {
            if (!TryAgain.mayHelp(e)) {
                throw e;
            }
            Log.warnf("import %s waits on: nobody can publish anything now: %s", job, e);
            return false;
        }
        Log.errorf(failure, "line %d of import %s was tried %d times and is given up", line, job, attempts);
        return true;
    }

    /** @return how many attempts came to nothing since a line was done */
    private int postpone(UUID job, RuntimeException failure) {
        return QuarkusTransaction.requiringNew().call(() -> imports.claim(job)
                .map(found -> {
                    found.attempts++;
                    found.nextAttemptAt = clock.instant().plus(TryAgain.after(found.attempts));
                    metrics.putOff();
                    Log.warnf("import %s is put off until %s: %s", job, found.nextAttemptAt, failure);
                    return found.attempts;
                })
                .orElse(0));
    }

    /** @return false if there was no line to do */
    private boolean inTransaction(At at, Claim claim, int most) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            Optional<Import> next = claim.take();
            if (next.isEmpty()) {
                return false;
            }
            Import job = next.get();
            at.job = job.id;
            // what was in the way of a line is in no other line's way if it is tried alone
            int lines = job.attempts > 0 ? 1 : most;
            List<ImportRow> batch = rows.after(job.id, job.done, lines);
            at.lines = batch.size();
            at.line = batch.isEmpty() ? 0 : batch.getFirst().lineNo;
            // what comes of them is written in plain SQL
            entityManager.clear();
            job.state = ImportState.RUNNING.wireName();
            work.on(job, batch);
            if (batch.size() < lines) {
                job.state = ImportState.FINISHED.wireName();
                job.finishedAt = clock.instant();
                dryRun.forget(job);
            }
            advance(job, batch);
            return true;
        });
    }

    /**
     * Gives a line that is known to fail its result, unless another process has done it meanwhile.
     *
     * @param proven only if what it would publish could be published: what keeps everybody from it is not the line's fault
     */
    private void fail(UUID id, long line, HttpProblem problem, boolean proven) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
            Import job = imports.claim(id).orElse(null);
            if (job == null) {
                return;
            }
            List<ImportRow> next = rows.after(id, job.done, 1);
            entityManager.clear();
            if (next.isEmpty() || next.getFirst().lineNo != line) {
                return;
            }
            if (proven && job.publish && !job.dryRun) {
                log.hold();
            }
            job.state = ImportState.RUNNING.wireName();
            work.fail(next.getFirst(), problem);
            advance(job, next);
        });
    }

    private void advance(Import job, List<ImportRow> done) {
        for (ImportRow row : done) {
            rows.finish(row);
            job.done = row.lineNo;
        }
        imports.advance(job);
        metrics.done(done);
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

    /** What an attempt was at, if it failed. */
    private static final class At {
        private @Nullable UUID job;
        private int lines;
        /** The first of them. */
        private long line;
    }

    private interface Claim {
        Optional<Import> take();
    }
}
