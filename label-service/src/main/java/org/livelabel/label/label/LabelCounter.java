package org.livelabel.label.label;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code livelabel_labels_total}: labels that were made, all products together. Nobody is counted who reads one. */
@Startup
@ApplicationScoped
class LabelCounter {
    private final Counter pages;
    private final Counter data;

    LabelCounter(MeterRegistry metrics) {
        this.pages = metrics.counter("livelabel.labels", "form", "page");
        this.data = metrics.counter("livelabel.labels", "form", "json");
    }

    void page() {
        pages.increment();
    }

    void data() {
        data.increment();
    }
}
