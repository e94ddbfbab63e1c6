package org.livelabel.registry.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;

/**
 * The frame of every act that publishes, and of those that change what will be published. In this order:
 *
 * <ol>
 *   <li>Who may, was asked when the {@link Actor} was made: no transaction is open, so however long the answer takes, nobody
 *       waits for it with a database connection in hand.
 *   <li>One transaction opens. In it, if the request has an Idempotency-Key: the answer that it got before, or
 *   <li>the {@link Locks}, in the one {@link LockOrder};
 *   <li>a second look, because whoever waited for a lock may have waited long: whose the products are, how the organisation
 *       stands by what is published, and whether the answer to "who may" is still to be believed. If it is not, the
 *       transaction is rolled back, and all begins anew with asking;
 *   <li>the act: it looks at everything, writes what is private, and says what is to be published;
 *   <li>that is appended to the log, whose head is the last lock;
 *   <li>the answer is made and remembered.
 * </ol>
 *
 * <p>An organisation that is suspended between the second look and the head has published before. That is as long as the act
 * takes and others wait for the head; what takes minutes looks at the standing once more before it appends.
 */
@ApplicationScoped
public class Publishing {
    /** Whoever waits so often for longer than an answer is believed meets something that is busy, not unlucky. */
    private static final int MOST_ATTEMPTS = 3;

    private final LockOrder lockOrder;
    private final HeldProducts products;
    private final PublishedStandings standings;
    private final Idempotency idempotency;
    private final PublicationLog log;
    private final Clock clock;

    Publishing(
            LockOrder lockOrder,
            HeldProducts products,
            PublishedStandings standings,
            Idempotency idempotency,
            PublicationLog log,
            Clock clock) {
        this.lockOrder = lockOrder;
        this.products = products;
        this.standings = standings;
        this.idempotency = idempotency;
        this.log = log;
        this.clock = clock;
    }

    /**
     * An act that is done once, however often it is asked for with the same key.
     *
     * @param request everything that makes the request what it is
     * @return the answer as JSON, from now or from the first time
     * @throws HttpProblem 403 if the product is another's by now, or the organisation does not stand well; 503 if it was
     *     waited for too long
     */
    public JsonNode once(Actor by, String key, String request, Locks locks, Supplier<? extends Outcome<?>> act) {
        return once(null, by, key, request, locks, act);
    }

    /** The same for what takes longer than a transaction does otherwise. */
    public JsonNode onceAtLength(
            Duration most, Actor by, String key, String request, Locks locks, Supplier<? extends Outcome<?>> act) {
        return once(most, by, key, request, locks, act);
    }

    private JsonNode once(
            @Nullable Duration most,
            Actor by,
            String key,
            String request,
            Locks locks,
            Supplier<? extends Outcome<?>> act) {
        return inTransaction(
                most,
                by,
                () -> idempotency.once(by.organisation(), key, request, () -> {
                    hold(by, locks);
                    Outcome<?> outcome = act.get();
                    if (most != null) {
                        // minutes may have passed since the second look
                        requireStanding(by);
                    }
                    return finished(outcome);
                }));
    }

    /** An act that needs no key: done twice, it is refused the second time or comes to the same. */
    public <T> T now(Actor by, Locks locks, Supplier<Outcome<T>> act) {
        return inTransaction(null, by, () -> {
            hold(by, locks);
            return finished(act.get());
        });
    }

    /** The same for work in the background, which waits for nobody; empty, and nothing is done, if somebody holds the product. */
    public <T> Optional<T> ifFree(Actor by, UUID product, Supplier<Outcome<T>> act) {
        return inTransaction(null, by, () -> products.holdIfFree(product).map(publisher -> {
            lookAgain(by, Map.of(product, publisher), Locks.own(product));
            return finished(act.get());
        }));
    }

    /**
     * For an import's batch of lines, which is a frame of its own: it holds the import, and its transaction ends with the
     * results of the lines. It takes what all of them need before the first of them appends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Batch join(Actor by, Locks locks) {
        lockOrder.take(by, locks);
        return new Batch(log, refusal(by));
    }

    private <T> T inTransaction(@Nullable Duration most, Actor by, Supplier<T> work) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException(
                    "who may is asked before a transaction opens, and this opens one of its own");
        }
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            by.ask(clock.instant());
            try {
                var transaction = QuarkusTransaction.requiringNew();
                return (most == null ? transaction : transaction.timeout((int) most.toSeconds())).call(work::get);
            } catch (NoLongerBelieved e) {
                // rolled back; what was waited for is free by now
            }
        }
        throw Problem.withHeader(
                ProblemType.BUSY,
                "Others were at work on the same for too long. Nothing was changed. Try again in a few seconds.",
                "Retry-After",
                "5");
    }

    private void hold(Actor by, Locks locks) {
        lookAgain(by, lockOrder.take(by, locks), locks);
    }

    private void lookAgain(Actor by, Map<UUID, UUID> publishers, Locks locks) {
        if (by.ownOnly()
                && !locks.own().stream().allMatch(product -> by.organisation().equals(publishers.get(product)))) {
            // handed over while the caller was being checked
            throw by.told().anothers();
        }
        requireStanding(by);
        if (!by.isBelievedAt(clock.instant())) {
            throw new NoLongerBelieved();
        }
    }

    private void requireStanding(Actor by) {
        HttpProblem refusal = refusal(by);
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable HttpProblem refusal(Actor by) {
        if (!by.inGoodStanding()) {
            return null;
        }
        return switch (standings.of(by.organisation())) {
            case GOOD -> null;
            case BARRED -> by.told().barred();
            case UNKNOWN ->
                Problem.of(
                        ProblemType.ORGANISATION_NOT_PUBLISHED,
                        "Your organisation's own facts are still on their way. Try again in a minute.");
        };
    }

    private <T> T finished(Outcome<T> outcome) {
        return outcome.answer().apply(log.append(outcome.entries()));
    }

    /** Ends the transaction, so that account-service is asked again without one. */
    private static final class NoLongerBelieved extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoLongerBelieved() {
            super(null, null, false, false);
        }
    }
}
