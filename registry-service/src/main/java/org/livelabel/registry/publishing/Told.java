package org.livelabel.registry.publishing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** What the second look found, in words that fit the moment at which somebody reads them. */
enum Told {
    /** To who waits for the answer. */
    AT_ONCE(
            "This product belongs to another organisation.",
            "Your organisation is suspended or is not verified in this registry. If that was changed a moment ago, try again"
                    + " in a minute; otherwise ask the operator of this registry."),
    /** To who set a time and looks later how it went. */
    WHEN_THE_TIME_CAME(
            "When the time came, the product had another owner.",
            "When the time came, the organisation was not in good standing."),
    /** To who sent a file and reads what became of its lines. */
    BEFORE_ITS_TURN(
            "This product belongs to another organisation.",
            "Your organisation was suspended, or is not verified any more, before this line's turn came. When that is"
                    + " over, send the file again: what is public already stays unchanged.");

    private final String anothers;
    private final String barred;

    Told(String anothers, String barred) {
        this.anothers = anothers;
        this.barred = barred;
    }

    HttpProblem anothers() {
        return Problem.of(ProblemType.NOT_ALLOWED, anothers);
    }

    HttpProblem barred() {
        return Problem.of(ProblemType.NOT_ALLOWED, barred);
    }
}
