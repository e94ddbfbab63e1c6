package org.livelabel.registry.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.livelabel.conduct.problem.Violation;

/**
 * Whether a change is material: the maker says so, or a rule fires that the maker does not contest in public. Saying "not
 * material" alone silences no rule.
 *
 * @param codes everything that was found or declared, each once; contested ones stay among them
 * @param violations what stands in the way of publishing it like that
 */
public record Materiality(
        boolean material, List<ChangeCode> codes, List<Contest> contested, List<Violation> violations) {

    public static Materiality of(List<Finding> findings, Declaration declaration) {
        List<ChangeCode> fired = findings.stream()
                .filter(Finding::material)
                .map(Finding::code)
                .distinct()
                .toList();
        List<ChangeCode> contested =
                declaration.contested().stream().map(Contest::code).toList();
        List<ChangeCode> standing =
                fired.stream().filter(code -> !contested.contains(code)).toList();
        Stream<ChangeCode> declared =
                declaration.errorCorrected() ? Stream.of(ChangeCode.ERROR_CORRECTED) : Stream.empty();
        return new Materiality(
                Boolean.TRUE.equals(declaration.material()) || !standing.isEmpty(),
                Stream.concat(findings.stream().map(Finding::code), declared)
                        .distinct()
                        .toList(),
                declaration.contested(),
                violations(declaration, contested, fired, standing));
    }

    private static List<Violation> violations(
            Declaration declaration, List<ChangeCode> contested, List<ChangeCode> fired, List<ChangeCode> standing) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < contested.size(); i++) {
            String at = "/materiality/contested/" + i + "/code";
            if (!fired.contains(contested.get(i))) {
                violations.add(new Violation(at, "contests a rule that does not fire for this change; remove it"));
            } else if (contested.indexOf(contested.get(i)) < i) {
                violations.add(new Violation(at, "is contested twice; keep one"));
            }
        }
        if (Boolean.FALSE.equals(declaration.material()) && !standing.isEmpty()) {
            String codes = String.join(
                    ", ", standing.stream().map(ChangeCode::wireName).toList());
            violations.add(new Violation(
                    "/materiality/declared",
                    "says that the change is not material, but rules say it is: " + codes
                            + ". Contest each with a public reason, or leave declared out"));
        }
        return List.copyOf(violations);
    }
}
