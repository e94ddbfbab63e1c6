package org.livelabel.registry.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.BiConsumer;
import org.livelabel.registry.draft.Rehearsal;
import org.livelabel.registry.imports.LineWork.Line;

/**
 * Says what an import would do. The lines of a batch are rehearsed one after the other, so they see each other just as they
 * will. Of the lines in earlier batches is known who took which GTIN and which product_ref; what else they would have changed
 * is not.
 */
@ApplicationScoped
class DryRun {
    private final RowIntake intake;
    private final RehearsalRows rehearsals;
    private final EntityManager entityManager;

    DryRun(RowIntake intake, RehearsalRows rehearsals, EntityManager entityManager) {
        this.intake = intake;
        this.rehearsals = rehearsals;
        this.entityManager = entityManager;
    }

    void rehearse(Import job, List<Line> lines, BiConsumer<ImportRow, HttpProblem> fail) {
        RehearsedLines taken = rehearsals.of(
                job.id,
                lines.stream().flatMap(line -> line.read().gtins().stream()).toList(),
                lines.stream().map(line -> line.read().productRef()).toList());
        Rehearsal rehearsal = intake.rehearsal();
        for (Line line : lines) {
            try {
                if (job.publish) {
                    taken.requireUntaken(line);
                }
                line.row().result = switch (intake.rehearse(job.publisherId, job.publish, line.read(), rehearsal)) {
                    case PUBLISHED -> "would_publish";
                    case DRAFTED -> "would_draft";
                    case UNCHANGED -> "unchanged";
                };
                line.row().repeatsLine = taken.add(line);
            } catch (HttpProblem e) {
                fail.accept(line.row(), e);
            }
            // what a line leaves in the session would be compared again with each query of the next
            entityManager.clear();
        }
        rehearsals.keep(job.id, taken);
    }

    void forget(Import job) {
        if (job.dryRun) {
            rehearsals.forget(job.id);
        }
    }
}
