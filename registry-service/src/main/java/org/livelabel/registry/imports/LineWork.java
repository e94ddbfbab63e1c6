package org.livelabel.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Batch;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Publishing;

/** Does some lines of an import, in the caller's transaction, and gives each its result. Storing the results is the caller's. */
@ApplicationScoped
class LineWork {
    private final EntityManager entityManager;
    private final RowIntake intake;
    private final DryRun dryRun;
    private final Publishing publishing;
    private final ObjectMapper mapper;

    LineWork(EntityManager entityManager, RowIntake intake, DryRun dryRun, Publishing publishing, ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.intake = intake;
        this.dryRun = dryRun;
        this.publishing = publishing;
        this.mapper = mapper;
    }

    /** A line that can be read, and what it says. */
    record Line(ImportRow row, RowIntake.Row read) {}

    /** Lines that cannot be read fail; what else is wrong with one ends the transaction, so that nothing of it is left. */
    void on(Import job, List<ImportRow> batch) {
        List<Line> lines = new ArrayList<>();
        for (ImportRow row : batch) {
            try {
                lines.add(read(row));
            } catch (HttpProblem e) {
                fail(row, e);
            }
        }
        Actor importer = Actor.importer(job.publisherId, job.publish);
        // all of a batch's drafts before any of its entries: the log's head is the last lock, also across lines
        Batch acts = publishing.join(importer, job.dryRun ? Locks.none() : Locks.named(names(lines)));
        HttpProblem refusal = acts.refusal();
        if (refusal != null) {
            // they fail, they do not wait: what was to be public a while ago should not become so when a suspension
            // ends
            lines.forEach(line -> fail(line.row(), refusal));
        } else if (job.dryRun) {
            dryRun.rehearse(job, lines, this::fail);
        } else {
            lines.forEach(line -> take(job, line, acts));
        }
    }

    private void take(Import job, Line line, Batch acts) {
        RowIntake.Taken taken = intake.take(job.publisherId, job.publish, line.read());
        acts.append(taken.entries());
        line.row().productId = taken.product();
        line.row().result = taken.result().wireName();
        // what a line leaves in the session would be compared again with each query of the next
        entityManager.flush();
        entityManager.clear();
    }

    private static List<String> names(List<Line> lines) {
        return lines.stream().map(line -> line.read().productRef()).toList();
    }

    private Line read(ImportRow row) {
        if (row.refused != null) {
            throw Problem.of(ProblemType.UNREADABLE_BODY, row.refused);
        }
        RowIntake.Row read = intake.read(Objects.requireNonNull(row.line));
        row.productRef = read.productRef();
        return new Line(row, read);
    }

    void fail(ImportRow row, HttpProblem problem) {
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
}
