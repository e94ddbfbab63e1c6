package org.livelabel.account.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code livelabel_tokens_unchecked_total}: a key of the identity server was needed and not to be had. */
@Startup
@ApplicationScoped
class UncheckedTokens {
    private final Counter tokens;

    UncheckedTokens(MeterRegistry metrics) {
        this.tokens = metrics.counter("livelabel.tokens.unchecked");
    }

    void count() {
        tokens.increment();
    }
}
