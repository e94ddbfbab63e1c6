package org.livelabel.account.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.livelabel.conduct.NamedViolations;
import org.livelabel.texts.WrittenText;

/** Makes the exceptions that end a request with a problem document. */
public final class Problem {
    private Problem() {}

    public static HttpProblem of(ProblemType type, String detail) {
        return build(type, detail).build();
    }

    /** About one field: the detail and the violation say the same. */
    public static HttpProblem at(ProblemType type, String field, String message) {
        return of(type, List.of(new Violation(field, message)));
    }

    /** @param violations at least one; of many not all are told */
    public static HttpProblem of(ProblemType type, List<Violation> violations) {
        Violation first = violations.getFirst();
        return build(type, first.field() + " " + first.message() + NamedViolations.more(violations.size()))
                .with("violations", NamedViolations.of(violations))
                .build();
    }

    public static HttpProblem withHeader(ProblemType type, String detail, String header, String value) {
        return build(type, detail).withHeader(header, value).build();
    }

    private static HttpProblem.Builder build(ProblemType type, String detail) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                // it may quote what was sent
                .withDetail(WrittenText.visible(detail));
    }
}
