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
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;

/** Does some lines of an import, in the caller's transaction, and gives each its result. Storing the results is the caller's. */
@ApplicationScoped
class LineWork {
    private final EntityManager entityManager;
    private final RowIntake intake;
    private final DryRun dryRun;
    private final Organisations organisations;
    private final ObjectMapper mapper;

    LineWork(
            EntityManager entityManager,
            RowIntake intake,
            DryRun dryRun,
            Organisations organisations,
            ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.intake = intake;
        this.dryRun = dryRun;
        this.organisations = organisations;
        this.mapper = mapper;
    }

    /** A line that can be read, and what it says. */
    record Line(ImportRow row, RowIntake.Row read) {}

    /** Lines that cannot be read fail; what else is wrong with one ends the transaction, so that nothing of it is left. */
    void on(Import job, List<ImportRow> batch) {
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
