package org.livelabel.registry.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.livelabel.conduct.DatabaseGauges;
import org.livelabel.registry.wiring.AfterCommit;
import org.livelabel.registry.wiring.RegistrySettings;

/** How many imports and lines wait and for how long, what became of lines, and what is to be forgotten. */
@ApplicationScoped
class ImportMetrics {
    private static final String LINES = "livelabel.import.lines";

    private final MeterRegistry metrics;
    private final TransactionSynchronizationRegistry transaction;
    private final Counter putOff;

    ImportMetrics(MeterRegistry metrics, TransactionSynchronizationRegistry transaction) {
        this.metrics = metrics;
        this.transaction = transaction;
        this.putOff = metrics.counter("livelabel.imports.put.off");
        ImportResource.RESULTS.forEach(result -> metrics.counter(LINES, "result", result));
    }

    void register(@Observes StartupEvent event, DatabaseGauges gauges, Clock clock, RegistrySettings settings) {
        gauges.register(
                List.of(
                        "livelabel.imports.waiting",
                        "livelabel.import.lines.waiting",
                        "livelabel.imports.lag.seconds",
                        "livelabel.imports.expired"),
                """
                select count(*), coalesce(sum(greatest(total - done, 0)), 0), coalesce(extract(epoch from ? - min(created_at)), 0),
                  (select count(*) from work.import where state = 'finished' and finished_at < ?)
                from work.import where state in ('accepted', 'running')""",
                List.of(clock::instant, () -> clock.instant()
                        .minus(settings.keep().imports())));
    }

    /** These lines have a result; they count when it is committed. */
    void done(List<ImportRow> lines) {
        List<String> results =
                lines.stream().map(line -> Objects.requireNonNull(line.result)).toList();
        transaction.registerInterposedSynchronization(new AfterCommit(() -> results.forEach(
                result -> metrics.counter(LINES, "result", result).increment())));
    }

    void putOff() {
        putOff.increment();
    }
}
