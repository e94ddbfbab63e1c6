package org.livelabel.registry.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.livelabel.registry.draft.RowIntake;
import org.livelabel.registry.imports.ImportBatch.Line;

/**
 * Says what an import would do. The lines of a batch are done one after the other in a transaction that is then taken back,
 * so they see each other just as they will. Of the lines in earlier batches is known who took which GTIN and which
 * product_ref; what else they would have changed is not.
 */
@ApplicationScoped
class DryRun {
    private static final int TIMEOUT_SECONDS = 60;

    @Inject
    RowIntake intake;

    @Inject
    Rehearsals rehearsals;

    @Inject
    EntityManager entityManager;

    void rehearse(Import job, List<Line> lines, BiConsumer<ImportRow, HttpProblem> fail) {
        RehearsedLines taken = rehearsals.of(
                job.id,
                lines.stream().flatMap(line -> line.read().gtins().stream()).toList(),
                lines.stream().map(line -> line.read().productRef()).toList());
        List<Line> good = new ArrayList<>();
        Next next = new Next();
        while (next.line < lines.size()) {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(TIMEOUT_SECONDS)
                        .run(() -> inOneTransaction(job, lines, good, taken, next));
            } catch (HttpProblem e) {
                // what it had written goes with the transaction; those before it are done again, for those after it
                fail.accept(lines.get(next.line).row(), e);
                next.line++;
            } catch (RuntimeException e) {
                // that it was taken back is no failure, once all lines have their results
                if (next.line < lines.size()) {
                    throw e;
                }
            }
        }
        rehearsals.keep(job.id, taken);
    }

    void forget(Import job) {
        if (job.dryRun) {
            rehearsals.forget(job.id);
        }
    }

    private void inOneTransaction(Import job, List<Line> lines, List<Line> good, RehearsedLines taken, Next next) {
        intake.lock(job.publisherId, lines.stream().map(Line::read).toList());
        good.forEach(line -> take(job, line));
        while (next.line < lines.size()) {
            Line line = lines.get(next.line);
            taken.requireUntaken(line);
            line.row().result = switch (take(job, line)) {
                case PUBLISHED -> "would_publish";
                case DRAFTED -> "would_draft";
                case UNCHANGED -> "unchanged";
            };
            line.row().repeatsLine = taken.add(line);
            good.add(line);
            next.line++;
        }
        QuarkusTransaction.setRollbackOnly();
    }

    private RowIntake.Result take(Import job, Line line) {
        RowIntake.Result result =
                intake.take(job.publisherId, job.publish, line.read()).result();
        entityManager.flush();
        entityManager.clear();
        return result;
    }

    /** Lives longer than a transaction that fails. */
    private static final class Next {
        private int line;
    }
}
