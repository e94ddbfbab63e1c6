package org.livelabel.label.resolver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code livelabel_resolutions_total}: where scanned numbers led, all of them together. */
@Startup
@ApplicationScoped
class ResolutionCounter {
    private final Counter redirected;
    private final Counter notFound;
    private final Counter invalid;

    ResolutionCounter(MeterRegistry metrics) {
        this.redirected = metrics.counter("livelabel.resolutions", "outcome", "redirected");
        this.notFound = metrics.counter("livelabel.resolutions", "outcome", "not_found");
        this.invalid = metrics.counter("livelabel.resolutions", "outcome", "invalid");
    }

    void redirected() {
        redirected.increment();
    }

    /** No label has this number, or none yet while the log is read for the first time. */
    void notFound() {
        notFound.increment();
    }

    /** No number, or an address that GS1 Digital Link does not know. */
    void invalid() {
        invalid.increment();
    }
}
