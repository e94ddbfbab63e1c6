package org.livelabel.registry.log;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A store of texts that people wrote and that are not public: an erasure goes through all of them. */
public interface PrivateTexts {
    /** In the order in which every act locks them. */
    enum Place {
        ANSWERS,
        IMPORTS,
        /** With the times that are set for them. */
        DRAFTS
    }

    Place place();

    /**
     * Takes out what is sought. What has to be held for it is held first, to the end of the transaction.
     *
     * @throws jakarta.persistence.PersistenceException if somebody holds some of it and nobody is to be waited for
     */
    void erase(Sought sought);

    /**
     * @param publishers in whose private work it may be
     * @param since what was there before has been gone through
     * @param waits whether those who hold something are waited for; never with the head of the log in hand
     */
    record Sought(OnlyHere texts, Set<UUID> publishers, Instant since, boolean waits) {
        public static Sought everywhere(OnlyHere texts, Set<UUID> publishers) {
            return new Sought(texts, publishers, Instant.EPOCH, true);
        }

        public static Sought withTheHeadInHand(OnlyHere texts, Set<UUID> publishers, Instant since) {
            return new Sought(texts, publishers, since, false);
        }
    }
}
