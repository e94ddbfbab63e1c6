package org.livelabel.registry.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** What a policy is about. */
public enum PolicyKind {
    PRIVACY_NOTICE("Privacy notice"),
    SECURITY_POLICY("Security policy"),
    SUPPORT_AND_UPDATE_POLICY("Support and update policy"),
    VULNERABILITY_DISCLOSURE_POLICY("Vulnerability disclosure policy"),
    RETURNS("Returns"),
    TERMS("Terms");

    private final String title;

    PolicyKind(String title) {
        this.title = title;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    static PolicyKind require(String name) {
        return fromWireName(name)
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no kind of policy " + name + "; there are "
                                + Arrays.stream(values())
                                        .map(PolicyKind::wireName)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Empty for a kind that a later release wrote. */
    static Optional<PolicyKind> fromWireName(String name) {
        return Arrays.stream(values()).filter(k -> k.wireName().equals(name)).findFirst();
    }
}
