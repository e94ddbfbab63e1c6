package org.livelabel.registry.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.livelabel.conduct.DatabaseGauges;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.wiring.AfterCommit;
import org.livelabel.registry.wiring.RegistrySettings;

/** What is published, how long publishers wait for the head of the log and keep it, and how far its readers are. */
@ApplicationScoped
class LogMetrics {
    /** What a transaction that has the head remembers so. */
    private static final Object HEAD = new Object();

    private final TransactionSynchronizationRegistry transaction;
    private final Map<PublicationType, Counter> publications = new EnumMap<>(PublicationType.class);
    private final DistributionSummary entries;
    private final Timer wait;
    private final Timer held;

    LogMetrics(MeterRegistry metrics, TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        for (PublicationType type : PublicationType.values()) {
            publications.put(type, metrics.counter("livelabel.publications", "type", type.wireName()));
        }
        this.entries = metrics.summary("livelabel.append.entries");
        this.wait = metrics.timer("livelabel.log.head.wait");
        this.held = metrics.timer("livelabel.log.head.held");
    }

    void register(
            @Observes StartupEvent event,
            MeterRegistry metrics,
            DatabaseGauges gauges,
            NewEntries readers,
            RegistrySettings settings) {
        gauges.register(
                List.of(
                        "livelabel.log.entries",
                        "livelabel.log.last.entry.timestamp.seconds",
                        "livelabel.projection.lag.entries",
                        "livelabel.documents.withheld"),
                """
                select size, extract(epoch from last_time),
                  size - coalesce((select next_index from projection.position), 0),
                  (select count(*) from log.withheld)
                from log.head""",
                List.of());
        Gauge.builder("livelabel.feed.readers", readers, NewEntries::waiting).register(metrics);
        Gauge.builder("livelabel.feed.readers.limit", settings, it -> it.feed().waiting())
                .strongReference(true)
                .register(metrics);
    }

    /** These were appended; they count when they are committed. */
    void published(List<Publication> appended) {
        List<PublicationType> types = appended.stream().map(Publication::type).toList();
        transaction.registerInterposedSynchronization(new AfterCommit(() -> {
            types.forEach(type -> Objects.requireNonNull(publications.get(type)).increment());
            entries.record(types.size());
        }));
    }

    /** @param asked when, by {@link System#nanoTime()}, the transaction at hand began to wait for the head that it has now */
    void headTaken(long asked) {
        if (transaction.getResource(HEAD) != null) {
            return;
        }
        long taken = System.nanoTime();
        transaction.putResource(HEAD, taken);
        wait.record(taken - asked, TimeUnit.NANOSECONDS);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                held.record(System.nanoTime() - taken, TimeUnit.NANOSECONDS);
            }
        });
    }
}
