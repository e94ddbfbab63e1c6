package org.livelabel.account.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.problem.Problem;
import org.livelabel.account.problem.ProblemType;

/**
 * Remembers what a request answered, in the request's own transaction: either both are there or neither. A second request
 * with the same key waits for the first. A key is remembered for a week.
 */
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 255;
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final Clock clock;

    Idempotency(EntityManager entityManager, ObjectMapper mapper, Clock clock) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The key of a request, with or without the quotes of a structured string.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if there is no usable key
     */
    public static String key(@Nullable String header) {
        String key = header == null ? "" : header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Problem.at(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    "Idempotency-Key",
                    "must hold 1 to 255 visible ASCII characters: draw a new UUID for each thing you create, and send it again when "
                            + "you repeat the request");
        }
        return key;
    }

    /**
     * Runs {@code act} and answers with {@code answer}, unless this person has used the key before: then it answers as it did
     * then.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the key was used for another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T once(UUID subject, String key, byte[] request, T answer, Class<T> type, Runnable act) {
        byte[] digest = digest(request);
        int claimed = entityManager
                .createNativeQuery("""
                        insert into idempotent_request (subject, key, digest, response, created_at)
                        values (:subject, :key, :digest, :response, :now) on conflict do nothing""")
                .setParameter("subject", subject)
                .setParameter("key", key)
                .setParameter("digest", digest)
                .setParameter("response", written(answer))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (claimed == 1) {
            act.run();
            return answer;
        }
        Object[] earlier = (Object[]) entityManager
                .createNativeQuery(
                        "select digest, response from idempotent_request where subject = :subject and key = :key")
                .setParameter("subject", subject)
                .setParameter("key", key)
                .getSingleResult();
        if (!MessageDigest.isEqual((byte[]) earlier[0], digest)) {
            throw Problem.at(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    "was used for another request; draw a new one for each thing you make");
        }
        return read((String) earlier[1], type);
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        entityManager
                .createNativeQuery("delete from idempotent_request where created_at < :before")
                .setParameter("before", clock.instant().minus(REMEMBERED))
                .executeUpdate();
    }

    private String written(Object answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
