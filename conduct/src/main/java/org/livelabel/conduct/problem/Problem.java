package org.livelabel.conduct.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.livelabel.texts.WrittenText;

/** Makes the exceptions that end a request with a problem document. */
public final class Problem {
    private Problem() {}

    public static HttpProblem of(ProblemKind kind, String detail) {
        return build(kind, detail).build();
    }

    /** About one field: the detail and the violation say the same. */
    public static HttpProblem at(ProblemKind kind, String field, String message) {
        return of(kind, List.of(new Violation(field, message)));
    }

    /** @param violations at least one; of many not all are told */
    public static HttpProblem of(ProblemKind kind, List<Violation> violations) {
        Violation first = violations.getFirst();
        return build(kind, first.field() + " " + first.message() + NamedViolations.more(violations.size()))
                .with("violations", NamedViolations.of(violations))
                .build();
    }

    public static HttpProblem withHeader(ProblemKind kind, String detail, String header, String value) {
        return build(kind, detail).withHeader(header, value).build();
    }

    /** @param member one more member of the problem document, which says in a code what the detail says in words */
    public static HttpProblem with(ProblemKind kind, String detail, String member, Object value) {
        return build(kind, detail).with(member, value).build();
    }

    static HttpProblem.Builder build(ProblemKind kind, String detail) {
        return HttpProblem.builder()
                .withType(kind.uri())
                .withTitle(kind.title())
                .withStatus(kind.status())
                // it may quote what was sent
                .withDetail(WrittenText.visible(detail));
    }
}
