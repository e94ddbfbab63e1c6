package org.livelabel.account.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.idempotency.AnswerSettings;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.idempotency.RememberedAnswers;

/** What commands answered, by person and key. */
@ApplicationScoped
class Answers implements RememberedAnswers {
    private final EntityManager entityManager;

    Answers(EntityManager entityManager) {
        this.entityManager = entityManager;
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
        entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)", String.class)
                .setParameter(1, number)
                .getSingleResult();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Remembered> find(UUID subject, String key) {
        List<?> rows = entityManager
                .createNativeQuery("select digest, response from idempotent_request where subject = ?1 and key = ?2")
                .setParameter(1, subject)
                .setParameter(2, key)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Remembered(HexFormat.of().formatHex((byte[]) row[0]), () -> (String) row[1]))
                .findFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(UUID subject, String key, String digest, String answer, Instant began) {
        entityManager
                .createNativeQuery("""
                        insert into idempotent_request (subject, key, digest, response, created_at)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, subject)
                .setParameter(2, key)
                .setParameter(3, HexFormat.of().parseHex(digest))
                .setParameter(4, answer)
                .setParameter(5, began)
                .executeUpdate();
    }

    @Override
    @Transactional
    public int forget(Instant before, int most) {
        return entityManager
                .createNativeQuery("delete from idempotent_request where ctid = any(array("
                        + "select ctid from idempotent_request where created_at < ?1 limit ?2))")
                .setParameter(1, before)
                .setParameter(2, most)
                .executeUpdate();
    }
}
