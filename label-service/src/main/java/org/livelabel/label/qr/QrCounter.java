package org.livelabel.label.qr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code livelabel_qr_codes_total}: QR codes that were drawn, all products together. */
@Startup
@ApplicationScoped
class QrCounter {
    private final Counter svg;
    private final Counter png;

    QrCounter(MeterRegistry metrics) {
        this.svg = metrics.counter("livelabel.qr.codes", "form", "svg");
        this.png = metrics.counter("livelabel.qr.codes", "form", "png");
    }

    void svg() {
        svg.increment();
    }

    void png() {
        png.increment();
    }
}
