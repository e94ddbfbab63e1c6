package org.livelabel.registry.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.AnswerSettings;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.idempotency.RememberedAnswers;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.log.PrivateTexts;
import org.livelabel.registry.log.WithholdingReason;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.sql.Sql;

/** What commands answered, by organisation and key. */
@ApplicationScoped
class Answers implements RememberedAnswers, PrivateTexts {
    private final EntityManager entityManager;
    private final Sql sql;

    Answers(EntityManager entityManager, Sql sql) {
        this.entityManager = entityManager;
        this.sql = sql;
    }

    @Produces
    @Singleton
    static Idempotency idempotency(
            RememberedAnswers answers, AnswerSettings settings, ObjectMapper mapper, Clock clock) {
        return new Idempotency(answers, settings, mapper, clock);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void lock(long number) {
        sql.lock(number);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Remembered> find(UUID organisation, String key) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select request_sha256, body from work.idempotency where organisation_id = ?1 and key = ?2")
                .setParameter(1, organisation)
                .setParameter(2, key)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Remembered((String) row[0], () -> kept((String) row[1])))
                .findFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(UUID organisation, String key, String digest, String answer, Instant began) {
        entityManager
                .createNativeQuery("""
                        insert into work.idempotency (organisation_id, key, request_sha256, body, created_at)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, organisation)
                .setParameter(2, key)
                .setParameter(3, digest)
                .setParameter(4, answer)
                .setParameter(5, began)
                .executeUpdate();
    }

    @Override
    @Transactional
    public int forget(Instant before, int most) {
        return entityManager
                .createNativeQuery("delete from work.idempotency where ctid = any(array("
                        + "select ctid from work.idempotency where created_at < ?1 limit ?2))")
                .setParameter(1, before)
                .setParameter(2, most)
                .executeUpdate();
    }

    @Override
    public Place place() {
        return Place.ANSWERS;
    }

    /** Out of what was answered to anybody. The command is still known, and is not done again. */
    @Override
    @Transactional(TxType.MANDATORY)
    public void erase(Sought sought) {
        entityManager
                .createNativeQuery("update work.idempotency set body = null where created_at >= ?2"
                        + " and exists (select from unnest(?1) text where position(text in body) > 0)")
                .setParameter(1, sought.texts().toArray())
                .setParameter(2, sought.since())
                .executeUpdate();
    }

    /** @throws HttpProblem 451 if a text in it was erased */
    private static String kept(@Nullable String body) {
        if (body == null) {
            throw Problem.with(
                    ProblemType.WITHHELD,
                    "This was done before. Its answer held a text that is withheld for legal reasons, and is not kept any"
                            + " more; read what it was about instead.",
                    "reason",
                    WithholdingReason.PERSONAL_DATA);
        }
        return body;
    }
}
