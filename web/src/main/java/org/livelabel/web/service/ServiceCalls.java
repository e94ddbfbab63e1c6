package org.livelabel.web.service;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** {@code livelabel_service_calls_seconds}: each call of another service, a second try by itself, by how it ended. */
@ApplicationScoped
class ServiceCalls {
    enum Outcome {
        OK,
        /** 4xx but 429: what was asked for is not there, or not for this person. */
        REFUSED,
        /** 429: the service counts visitors, and this one asked too often. */
        QUOTA,
        /** 5xx, or nobody there. */
        FAILED,
        TIMEOUT,
        /** As many pages wait for it as may. */
        BUSY;

        static Outcome of(int status) {
            return status >= 500 ? FAILED : status == 429 ? QUOTA : REFUSED;
        }
    }

    void register(@Observes StartupEvent event) {
        for (Outcome outcome : Outcome.values()) {
            timer(Reads.REGISTRY, outcome);
            timer(Reads.ACCOUNTS, outcome);
        }
    }

    /** @param began by {@link System#nanoTime()} */
    static void ended(String service, Outcome outcome, long began) {
        timer(service, outcome).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(String service, Outcome outcome) {
        return Metrics.timer(
                "livelabel.service.calls",
                "service",
                service,
                "outcome",
                outcome.name().toLowerCase(Locale.ROOT));
    }
}
