package org.livelabel.conduct;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.ProblemKind;

/** {@code livelabel_refusals_total}, by the type of the problem: its types are ours, so there are only so many. */
@Startup
@ApplicationScoped
public class RefusalCounter {
    private final MeterRegistry metrics;

    RefusalCounter(MeterRegistry metrics) {
        this.metrics = metrics;
        // those that every service may answer with are there before the first
        List.of(Refusal.BODY_TOO_SLOW, Refusal.BODY_TOO_LARGE, Refusal.BUSY, Refusal.PACKED_BODY, Refusal.of(400))
                .forEach(refusal -> counter(refusal.type()));
    }

    public void count(@Nullable URI type) {
        count(String.valueOf(type));
    }

    void count(String type) {
        counter(type).increment();
    }

    private Counter counter(String type) {
        String slug = type.startsWith(ProblemKind.BASE) ? type.substring(ProblemKind.BASE.length()) : "other";
        return metrics.counter("livelabel.refusals", "type", slug);
    }
}
