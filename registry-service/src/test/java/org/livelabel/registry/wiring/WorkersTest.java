package org.livelabel.registry.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class WorkersTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    @Liveness
    WorkerHealth health;

    @Inject
    MeterRegistry metrics;

    @Test
    void everyWorkerIsWatched() {
        HealthCheckResponse answer = health.call();

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow())
                .containsAllEntriesOf(Map.of("imports", "alive", "schedule", "alive", "feed", "alive"));
        assertThat(metrics.get("livelabel.worker.alive")
                        .tag("worker", "imports")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(metrics.get("livelabel.worker.failures")
                        .tag("worker", "schedule")
                        .functionCounter())
                .isNotNull();
    }

    @Test
    void whenAWorkerLastGotThroughIsMeasured() {
        await().until(() -> !Double.isNaN(lastSuccess("schedule")));

        assertThat(lastSuccess("schedule")).isPositive();
        assertThat(Scrape.of(management.toString()).sum("livelabel_worker_pieces_total", "worker=\"schedule\""))
                .isNotNegative();
    }

    private double lastSuccess(String worker) {
        return Scrape.of(management.toString())
                .sum("livelabel_worker_last_success_timestamp_seconds", "worker=\"" + worker + "\"");
    }
}
