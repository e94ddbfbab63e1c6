package org.livelabel.registry.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Moment;
import org.livelabel.registry.json.Years;
import org.livelabel.registry.problem.ProblemType;

/** UTC days: the one that is today, and the ones that {@code ?on=} asks for. */
@ApplicationScoped
public class Day {
    /** After everything that is published. */
    public static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Moment moment;

    Day(Moment moment) {
        this.moment = moment;
    }

    public LocalDate today() {
        return moment.today();
    }

    /**
     * A day of which something is asked.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no day, or has not begun
     */
    public LocalDate asked(String on) {
        LocalDate day = parse("on", on);
        if (day.isAfter(today())) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER, "on", "has not come yet; ask for today or for a day before");
        }
        return day;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no day; one that is still to come is a day, too */
    public static LocalDate parse(String parameter, String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER, parameter, "is not an existing day; write it as YYYY-MM-DD");
        }
        if (!Years.hold(day)) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, parameter, Years.flaw(day));
        }
        return day;
    }
}
