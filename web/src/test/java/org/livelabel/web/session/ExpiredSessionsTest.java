package org.livelabel.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.livelabel.web.WebStack;

@QuarkusTest
@WithTestResource(WebStack.class)
class ExpiredSessionsTest {
    @Inject
    BrowserSessionRepository sessions;

    @Inject
    ExpiredSessions expired;

    @Inject
    Clock clock;

    @Test
    void onlyExpiredSessionsAreSwept() {
        Instant now = clock.instant();
        String old = "a".repeat(64);
        String running = "b".repeat(64);
        sessions.keep(session(old, now.minus(Duration.ofHours(1)), now.minusSeconds(1)));
        sessions.keep(session(running, now, now.plus(Duration.ofHours(1))));
        assertThat(sessions.tokens(old, now)).isEmpty();

        expired.sweep();

        assertThat(sessions.tokens(old, Instant.EPOCH)).isEmpty();
        assertThat(sessions.tokens(running, now)).isPresent();
        sessions.end(running);
    }

    private static BrowserSession session(String hash, Instant from, Instant to) {
        BrowserSession session = new BrowserSession();
        session.handleHash = hash;
        session.tokens = new byte[] {1};
        session.createdAt = from;
        session.expiresAt = to;
        return session;
    }
}
