package org.livelabel.conduct.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.Sha256;
import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.Problem;

/**
 * Remembers what a command answered, in the command's own transaction: either both are there or neither. A second request
 * with the same key waits for the first and gets its answer. An answer is kept for {@code livelabel.keep.answers}.
 */
public final class Idempotency {
    private static final int LONGEST_KEY = 255;
    private static final int FORGOTTEN_AT_ONCE = 5000;

    private final RememberedAnswers answers;
    private final AnswerSettings settings;
    private final ObjectMapper mapper;
    private final Clock clock;

    public Idempotency(RememberedAnswers answers, AnswerSettings settings, ObjectMapper mapper, Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The key of a request, with or without the quotes of a structured string.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is missing, too long, or has anything else than visible ASCII
     */
    public static String key(@Nullable String header) {
        String key = header == null ? "" : header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problem.at(
                    CommonProblem.IDEMPOTENCY_KEY_MISSING,
                    "Idempotency-Key",
                    "must hold 1 to 255 visible ASCII characters: draw a new UUID for each thing you create, and send it again when "
                            + "you repeat the request");
        }
        return key;
    }

    /**
     * Runs the command unless the same caller used the key before. Belongs into a transaction that has nothing locked yet.
     *
     * @param whose the person or organisation whose key it is; others may use the same
     * @param request everything that makes the request what it is: first the operation, then what it is done to, then the body
     * @return the command's answer as JSON, from now or from the first time
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the key was used for another request
     */
    public JsonNode once(UUID whose, String key, String request, Supplier<?> command) {
        Instant began = clock.instant();
        String digest = Sha256.of(request);
        answers.lock(number(whose, key));
        Optional<RememberedAnswers.Remembered> known = answers.find(whose, key);
        if (known.isPresent()) {
            return again(known.get(), digest);
        }
        JsonNode answer = mapper.valueToTree(command.get());
        answers.keep(whose, key, digest, answer.toString(), began);
        return answer;
    }

    /** @return whether there may be more that are as old */
    public boolean forgetSome() {
        return answers.forget(clock.instant().minus(settings.answers()), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE;
    }

    private JsonNode again(RememberedAnswers.Remembered known, String digest) {
        if (!known.digest().equals(digest)) {
            throw Problem.at(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    "was used for another request; draw a new one for a new thing");
        }
        try {
            return mapper.readTree(known.answer().get());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two keys with one number wait for each other, and do no other harm. */
    private static long number(UUID whose, String key) {
        return ByteBuffer.wrap(Sha256.bytesOf((whose + " " + key).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
