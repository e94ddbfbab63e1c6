package org.livelabel.registry.problempage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.livelabel.registry.problem.ProblemType;

/** What each type of problem means and what to do about it, from problems.json. */
@ApplicationScoped
class ProblemTexts {
    private final JsonNode texts;

    record Text(String means, String remedy) {}

    @Inject
    ProblemTexts(ObjectMapper mapper) {
        try (InputStream in = ProblemTexts.class.getResourceAsStream("/problems.json")) {
            texts = mapper.readTree(Objects.requireNonNull(in, "problems.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text of(ProblemType type) {
        JsonNode text = texts.path(type.slug());
        return new Text(text.path("means").asText(), text.path("remedy").asText());
    }
}
