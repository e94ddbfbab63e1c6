package org.livelabel.registry.ratelimit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code livelabel_quota_addresses}: how many are counted, never which. */
@ApplicationScoped
class QuotaMetrics {
    void register(@Observes StartupEvent event, MeterRegistry metrics, Buckets buckets) {
        Gauge.builder("livelabel.quota.addresses", buckets, Buckets::size).register(metrics);
    }
}
