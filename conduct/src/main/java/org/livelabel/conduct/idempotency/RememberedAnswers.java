package org.livelabel.conduct.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A service's own table of what commands answered, one row for each key of each caller. All but {@link #forget} belongs to the
 * transaction of the command.
 */
public interface RememberedAnswers {
    /** Waits for whoever holds the same number, and holds it to the end of the transaction. */
    void lock(long number);

    Optional<Remembered> find(UUID whose, String key);

    /** @param began when the command did */
    void keep(UUID whose, String key, String digest, String answer, Instant began);

    /**
     * In a transaction of its own.
     *
     * @param most how many rows are deleted at once
     * @return how many there were
     */
    int forget(Instant before, int most);

    /**
     * @param digest of the request, in hex digits
     * @param answer what was kept; throws what is to be said in its place if it is not kept any more
     */
    record Remembered(String digest, Supplier<String> answer) {}
}
