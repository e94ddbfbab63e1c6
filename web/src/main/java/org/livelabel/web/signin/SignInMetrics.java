package org.livelabel.web.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code livelabel_sign_ins_total}: how sign-ins ended. Of one that is given up half-way nobody learns. */
@Startup
@ApplicationScoped
class SignInMetrics {
    enum Outcome {
        OK,
        /** The identity server sent the person back without a sign-in: cancelled, or refused. */
        REFUSED,
        /** What came back could not be made a session: too late, or changed on the way. */
        INCOMPLETE,
        /** What came back belongs to no sign-in of that browser. */
        STRAY,
        /** The identity server does not answer. */
        AWAY
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    SignInMetrics(MeterRegistry metrics) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    metrics.counter(
                            "livelabel.sign.ins", "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    void signedIn(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN) {
            count(Outcome.OK);
        }
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(counters.get(outcome)).increment();
    }
}
