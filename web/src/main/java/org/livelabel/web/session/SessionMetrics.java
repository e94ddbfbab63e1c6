package org.livelabel.web.session;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.livelabel.conduct.DatabaseGauges;

/** {@code livelabel_sessions_open}: browsers that are signed in. */
@ApplicationScoped
class SessionMetrics {
    void register(@Observes StartupEvent event, DatabaseGauges gauges, Clock clock) {
        gauges.register(
                List.of("livelabel.sessions.open"),
                "select count(*) from browser_session where expires_at > ?",
                List.of(clock::instant));
    }
}
