package org.livelabel.registry.framework;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a framework's criteria from what a maker disclosed. Nothing is stored: a better catalogue answers old documents too. */
@ApplicationScoped
public class CriterionAnswers {
    @Inject
    Frameworks frameworks;

    /** From the disclosure alone: criteria that only other records answer are not stated. */
    public Map<String, Answer> of(String frameworkId, @Nullable JsonNode disclosure) {
        return of(frameworkId, disclosure, Map.of());
    }

    /**
     * @param records what the other records say: {@code support} by its kind ("fixed_date"), and any word for
     *     {@code identity}, {@code manufacturer}, {@code policy/<kind>}, {@code firmware}, {@code advisories}
     * @return an answer for each criterion, in the framework's order
     * @throws IllegalArgumentException if there is no such framework
     */
    public Map<String, Answer> of(String frameworkId, @Nullable JsonNode disclosure, Map<String, String> records) {
        Framework framework = frameworks.find(frameworkId).orElseThrow(() -> new IllegalArgumentException(frameworkId));
        Facts facts = Facts.of(disclosure, records);
        Map<String, Answer> answers = new LinkedHashMap<>();
        framework.criteria().forEach(criterion -> answers.put(criterion.id(), answer(criterion, facts)));
        return answers;
    }

    public Answer answer(Framework.Criterion criterion, Facts facts) {
        return Answer.of(criterion.sources().stream()
                .flatMap(source -> source.answers(facts).stream())
                .toList());
    }
}
