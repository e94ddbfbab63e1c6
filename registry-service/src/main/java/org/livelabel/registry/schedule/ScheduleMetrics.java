package org.livelabel.registry.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import org.livelabel.conduct.DatabaseGauges;
import org.livelabel.registry.wiring.AfterCommit;

/** Drafts that wait for their time, those whose time has passed, and those that were put off or given up. */
@ApplicationScoped
class ScheduleMetrics {
    private final Counter putOff;
    private final Counter failed;
    private final TransactionSynchronizationRegistry transaction;

    ScheduleMetrics(MeterRegistry metrics, TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.putOff = metrics.counter("livelabel.schedules.put.off");
        this.failed = metrics.counter("livelabel.schedules.failed");
    }

    void register(@Observes StartupEvent event, DatabaseGauges gauges, Clock clock) {
        gauges.register(
                List.of(
                        "livelabel.schedules.waiting",
                        "livelabel.schedules.overdue",
                        "livelabel.schedules.lag.seconds"),
                """
                select count(*) filter (where publish_at > moment), count(*) filter (where publish_at <= moment),
                  coalesce(extract(epoch from max(moment - publish_at) filter (where publish_at <= moment)), 0)
                from work.schedule, (select cast(? as timestamptz) as moment) as now where state = 'waiting'""",
                List.of(clock::instant));
    }

    void putOff() {
        putOff.increment();
    }

    /** Counts once the caller's transaction is committed. */
    void failed() {
        transaction.registerInterposedSynchronization(new AfterCommit(failed::increment));
    }
}
