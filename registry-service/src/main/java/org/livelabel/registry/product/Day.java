package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** UTC days: the one that is today, and the ones that {@code ?on=} asks for. */
@ApplicationScoped
public class Day {
    /** After everything that is published. */
    public static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    Clock clock;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no day, 422 if it has not begun */
    public LocalDate asked(String on) {
        LocalDate day;
        try {
            day = LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, "on", "is not an existing day; write it as YYYY-MM-DD");
        }
        if (day.isAfter(today())) {
            throw Problem.at(ProblemType.INVALID_CONTENT, "on", "has not come yet; ask for today or for a day before");
        }
        return day;
    }

    /** The first moment after a day. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
