package org.livelabel.account.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;

/** The members of one JSON object, taken one by one. What is wrong is collected until {@link #end}. */
public final class Fields {
    private final JsonNode object;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it is no object */
    public Fields(JsonNode object) {
        if (!object.isObject()) {
            throw Problem.at(ProblemType.INVALID_CONTENT, "", "must be a JSON object");
        }
        this.object = object;
    }

    /**
     * A text that {@code rule} accepts; empty if it is absent or wrong.
     *
     * @param rule says what is wrong with the text, or nothing
     */
    public Optional<String> text(String name, boolean required, Function<String, Optional<String>> rule) {
        known.add(name);
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            if (required) {
                violation(name, "is missing");
            }
            return Optional.empty();
        }
        if (!value.isTextual()) {
            violation(name, "must be a text in quotes" + (required ? "" : "; leave it out if there is none"));
            return Optional.empty();
        }
        Optional<String> wrong = rule.apply(value.textValue());
        wrong.ifPresent(message -> violation(name, message));
        return wrong.isPresent() ? Optional.empty() : Optional.of(value.textValue());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with everything that was wrong, unknown members included */
    public void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violation(name, "is not a field of this request; leave it out");
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }

    private void violation(String name, String message) {
        // RFC 6901, 3
        violations.add(new Violation("/" + name.replace("~", "~0").replace("/", "~1"), message));
    }
}
