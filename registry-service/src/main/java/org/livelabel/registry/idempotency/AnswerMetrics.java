package org.livelabel.registry.idempotency;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.livelabel.conduct.DatabaseGauges;
import org.livelabel.conduct.idempotency.AnswerSettings;

/** {@code livelabel_answers_expired}: remembered answers that are old enough to be forgotten, counted up to 10,000. */
@ApplicationScoped
class AnswerMetrics {
    void register(@Observes StartupEvent event, DatabaseGauges gauges, Clock clock, AnswerSettings settings) {
        gauges.register(
                List.of("livelabel.answers.expired"),
                "select count(*) from (select from work.idempotency where created_at < ? limit 10000) as expired",
                List.of(() -> clock.instant().minus(settings.answers())));
    }
}
