package org.livelabel.registry.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.PrivateTexts;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.wiring.Sha256;

/**
 * Remembers what a command answered, in the command's own transaction: either both are there or neither. A second request
 * with the same key waits for the first and gets its answer. An answer is kept for {@code livelabel.keep.answers}.
 */
@ApplicationScoped
public class Idempotency implements PrivateTexts {
    private static final int LONGEST_KEY = 255;
    private static final int FORGOTTEN_AT_ONCE = 5000;

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
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is missing, too long, or has anything else than visible ASCII
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
     * Runs the command unless this organisation used the key before.
     *
     * @param request everything that makes the request what it is
     * @return the command's answer as JSON, from now or from the first time
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public JsonNode once(UUID organisation, String key, String request, Supplier<?> command) {
        String digest = Sha256.of(request);
        int claimed = entityManager
                .createNativeQuery("""
                        insert into work.idempotency (organisation_id, key, request_sha256, created_at)
                        values (?1, ?2, ?3, ?4) on conflict do nothing""")
                .setParameter(1, organisation)
                .setParameter(2, key)
                .setParameter(3, digest)
                .setParameter(4, clock.instant())
                .executeUpdate();
        if (claimed == 0) {
            return remembered(organisation, key, digest);
        }
        JsonNode answer = mapper.valueToTree(command.get());
        entityManager
                .createNativeQuery("update work.idempotency set body = ?3 where organisation_id = ?1 and key = ?2")
                .setParameter(1, organisation)
                .setParameter(2, key)
                .setParameter(3, answer.toString())
                .executeUpdate();
        return answer;
    }

    @Override
    public Place place() {
        return Place.ANSWERS;
    }

    /** Out of what was answered to anybody. The command is still known, and is not done again. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Sought sought) {
        entityManager
                .createNativeQuery("update work.idempotency set body = null where created_at >= ?2"
                        + " and exists (select from unnest(?1) text where position(text in body) > 0)")
                .setParameter(1, sought.texts().toArray())
                .setParameter(2, sought.since())
                .executeUpdate();
    }

    /** @return whether there may be more that are as old */
    @Transactional
    boolean forgetSomeOf(Instant before) {
        return entityManager
                        .createNativeQuery("delete from work.idempotency where ctid = any(array("
                                + "select ctid from work.idempotency where created_at < ?1 limit ?2))")
                        .setParameter(1, before)
                        .setParameter(2, FORGOTTEN_AT_ONCE)
                        .executeUpdate()
                == FORGOTTEN_AT_ONCE;
    }

    private JsonNode remembered(UUID organisation, String key, String digest) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select request_sha256, body from work.idempotency where organisation_id = ?1 and key = ?2")
                .setParameter(1, organisation)
                .setParameter(2, key)
                .getResultList();
        Object[] row = (Object[]) rows.getFirst();
        if (!digest.equals(row[0])) {
            throw Problem.at(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    "was used for another request; draw a new one for a new thing");
        }
        if (row[1] == null) {
            throw Problem.with(
                    ProblemType.WITHHELD,
                    "This was done before. Its answer held a text that is withheld for legal reasons, and is not kept any"
                            + " more; read what it was about instead.",
                    "reason",
                    WithholdingReason.PERSONAL_DATA);
        }
        try {
            return mapper.readTree((String) row[1]);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
