package org.livelabel.account.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The commands and their attempts. An attempt is written down before it is made; a command whose attempt was cut off is
 * free again after {@link #LEASE}, so nothing waits for a process that has died.
 *
 * <p>Of one organisation no command overtakes another: one that fails is tried until it arrives. The exception is one whose
 * facts the registry refuses again and again: it is marked with {@code refused_at}, stays, and is passed over. That may be its
 * name or its contact; whether it is verified or suspended the registry has taken all the same.
 */
@ApplicationScoped
class OutboxStore {
    /** Longer than a request may take, with a token to be fetched before; if one took longer, two would do no harm. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** Within half a minute. Those after it, which say the whole of the facts anew, wait no longer than that. */
    static final int REFUSALS_ENOUGH = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final EntityManager entityManager;
    private final Clock clock;

    OutboxStore(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void add(UUID organisation, String body) {
        entityManager
                .createNativeQuery("""
                        insert into outbox_command (organisation_id, body, written_at, attempts, next_attempt_at)
                        values (:organisation, :body, :now, 0, :now)""")
                .setParameter("organisation", organisation)
                .setParameter("body", body)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The next command that is due, if any; of one organisation never more than the oldest. */
    @Transactional
    Optional<OutboxCommand> claim() {
        Instant now = clock.instant();
        List<?> due =
                entityManager.createNativeQuery("""
                        select id, organisation_id, body, attempts + 1 from outbox_command c
                        where delivered_at is null and refused_at is null and next_attempt_at <= :now
                          and not exists (select from outbox_command e
                              where e.organisation_id = c.organisation_id and e.id < c.id
                                and e.delivered_at is null and e.refused_at is null)
                        order by next_attempt_at, id limit 1
                        for update skip locked""").setParameter("now", now).getResultList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) due.getFirst();
        OutboxCommand command = new OutboxCommand(
                ((Number) row[0]).longValue(), (UUID) row[1], (String) row[2], ((Number) row[3]).intValue());
        entityManager
                .createNativeQuery(
                        "update outbox_command set attempts = :attempt, next_attempt_at = :free where id = :id")
                .setParameter("attempt", command.attempt())
                .setParameter("free", now.plus(LEASE))
                .setParameter("id", command.id())
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        insert into outbox_attempt (command_id, number, started_at, outcome)
                        values (:id, :attempt, :now, 'started')""")
                .setParameter("id", command.id())
                .setParameter("attempt", command.attempt())
                .setParameter("now", now)
                .executeUpdate();
        return Optional.of(command);
    }

    /** Writes down how the attempt ended, and when the next is due if there has to be one. */
    @Transactional
    void finish(OutboxCommand command, Outcome outcome) {
        Instant now = clock.instant();
        entityManager
                .createNativeQuery("""
                        update outbox_attempt set outcome = :outcome, status = :status, ended_at = :now
                        where command_id = :id and number = :attempt""")
                .setParameter("outcome", outcome.result().name().toLowerCase(Locale.ROOT))
                .setParameter("status", outcome.status())
                .setParameter("now", now)
                .setParameter("id", command.id())
                .setParameter("attempt", command.attempt())
                .executeUpdate();
        // a later attempt, made because this one took too long, has its own word to say
        entityManager
                .createNativeQuery("""
                        update outbox_command
                        set delivered_at = case when :delivered then cast(:now as timestamptz) end,
                          refused_at = case when :refused
                              and (select count(*) from outbox_attempt a where a.command_id = :id and a.status in (:facts)) >= :enough
                            then cast(:now as timestamptz) end, next_attempt_at = :next
                        where id = :id and attempts = :attempt and delivered_at is null and refused_at is null""")
                .setParameter("delivered", outcome.isDelivered())
                // not at once: a release that knows a new fact may be about to start
                .setParameter("refused", outcome.isAboutTheFacts())
                .setParameter("facts", Outcome.ABOUT_THE_FACTS)
                .setParameter("enough", REFUSALS_ENOUGH)
                .setParameter("now", now)
                .setParameter("next", now.plus(pause(command.attempt())))
                .setParameter("id", command.id())
                .setParameter("attempt", command.attempt())
                .executeUpdate();
    }

    /** Doubles with each attempt. */
    static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
