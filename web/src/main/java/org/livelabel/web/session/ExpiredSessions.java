package org.livelabel.web.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** An expired session is refused at once; its row goes within a quarter of an hour. */
@ApplicationScoped
class ExpiredSessions {
    private final BrowserSessionRepository sessions;
    private final Clock clock;

    ExpiredSessions(BrowserSessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sessions.removeExpired(clock.instant());
    }
}
