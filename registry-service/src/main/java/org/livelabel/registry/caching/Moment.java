package org.livelabel.registry.caching;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;

/**
 * The UTC day for which an answer is made. It is looked up once for each request: an answer that takes its statuses from one day
 * and its freshness from the next would be believed for a minute too long.
 */
@ApplicationScoped
public class Moment {
    private final Clock clock;
    private final OfRequest ofRequest;

    Moment(Clock clock, OfRequest ofRequest) {
        this.clock = clock;
        this.ofRequest = ofRequest;
    }

    /** Outside of a request: the day that it is. */
    public LocalDate today() {
        return Arc.container().requestContext().isActive() ? ofRequest.today(clock) : now(clock);
    }

    private static LocalDate now(Clock clock) {
        return UtcDay.of(clock.instant());
    }

    @RequestScoped
    static class OfRequest {
        private @Nullable LocalDate today;

        LocalDate today(Clock clock) {
            LocalDate day = today;
            if (day == null) {
                day = now(clock);
                today = day;
            }
            return day;
        }
    }
}
