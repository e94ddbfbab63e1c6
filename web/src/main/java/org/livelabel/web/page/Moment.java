package org.livelabel.web.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.livelabel.conduct.UtcDay;

/**
 * When a request came in. What a page says holds on that UTC day, and how long it may be kept is counted from then: if
 * midnight passes while it is made, neither is of the next day.
 */
@RequestScoped
public class Moment {
    private static final String KEY = Moment.class.getName();

    private final RoutingContext request;

    Moment(RoutingContext request) {
        this.request = request;
    }

    /** To be called once, before anything else happens with the request. */
    public static Instant begin(RoutingContext request, Clock clock) {
        Instant now = clock.instant();
        request.put(KEY, now);
        return now;
    }

    static void beginIfNew(RoutingContext request, Clock clock) {
        if (request.get(KEY) == null) {
            begin(request, clock);
        }
    }

    Instant instant() {
        return Objects.requireNonNull(request.get(KEY), "the request has not begun");
    }

    LocalDate day() {
        return UtcDay.of(instant());
    }
}
