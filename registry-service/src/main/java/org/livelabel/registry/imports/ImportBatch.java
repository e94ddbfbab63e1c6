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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.draft.RowIntake;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Works off the next lines of an import. A line's effects, its result and the import's progress are one transaction, so a
 * process that dies half-way has done every line once or not at all.
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
    RegistrySettings settings;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /** @return false if there is nothing to do */
    boolean work() {
        try {
            return inTransaction(settings.imports().batch(), null);
        } catch (RowFailed | HttpProblem e) {
            return oneByOne();
        } catch (RuntimeException e) {
            // a conflict with another request; each line by itself will tell
            Log.debugf("batch of lines failed: %s", e.toString());
            return oneByOne();
        }
    }

    /** Lines of a batch that failed share a rollback, so each gets a transaction of its own. */
    private boolean oneByOne() {
        boolean worked = false;
        for (int i = 0; i < settings.imports().batch(); i++) {
            try {
                worked = inTransaction(1, null);
            } catch (RuntimeException e) {
                worked = inTransaction(1, problem(e));
            }
            if (!worked) {
                return false;
            }
        }
        return worked;
    }

    /** @param failure the result of the line if it is known to fail */
    private boolean inTransaction(int lines, @Nullable HttpProblem failure) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            Optional<Import> next = imports.claimNext();
            if (next.isEmpty()) {
                return false;
            }
            Import job = next.get();
            job.state = ImportState.RUNNING.wireName();
            List<ImportRow> batch = rows.after(job.id, job.done, lines);
            for (ImportRow row : batch) {
                // what the lines before left in the session would be compared again with each query
                entityManager.flush();
                entityManager.clear();
                if (failure != null) {
                    fail(row, failure);
                } else {
                    work(job, row);
                }
                rows.finish(row);
                job.done = row.lineNo;
            }
            if (batch.size() < lines) {
                job.state = ImportState.FINISHED.wireName();
                job.finishedAt = clock.instant();
            }
            imports.advance(job);
            return true;
        });
    }

    private void work(Import job, ImportRow row) {
        if (row.refused != null) {
            fail(row, Problem.of(ProblemType.UNREADABLE_BODY, row.refused));
            return;
        }
        RowIntake.Row read;
        try {
            read = intake.read(Objects.requireNonNull(row.line));
        } catch (HttpProblem e) {
            fail(row, e);
            return;
        }
        row.productRef = read.productRef();
        if (job.dryRun) {
            rehearse(job, row, read);
        } else {
            RowIntake.Taken taken = take(job, read);
            row.productId = taken.product();
            row.result = taken.result().wireName();
        }
    }

    /** Does all of it in a transaction of its own and then takes it back. */
    private void rehearse(Import job, ImportRow row, RowIntake.Row read) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                row.result =
                        switch (intake.take(job.publisherId, job.publish, read).result()) {
                            case PUBLISHED -> "would_publish";
                            case DRAFTED -> "would_draft";
                            case UNCHANGED -> "unchanged";
                        };
                QuarkusTransaction.setRollbackOnly();
            });
        } catch (HttpProblem e) {
            fail(row, e);
        } catch (RuntimeException e) {
            if (row.result == null) {
                throw e;
            }
        }
    }

    private RowIntake.Taken take(Import job, RowIntake.Row read) {
        try {
            return intake.take(job.publisherId, job.publish, read);
        } catch (HttpProblem e) {
            throw new RowFailed(e);
        }
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

    private static final class RowFailed extends RuntimeException {
        RowFailed(HttpProblem problem) {
            super(problem);
        }
    }
}
