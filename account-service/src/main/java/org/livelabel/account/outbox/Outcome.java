package org.livelabel.account.outbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. An attempt without an outcome was cut off: the registry may have heard it or not.
 *
 * @param status the HTTP status, if there was an answer
 */
record Outcome(Result result, @Nullable Integer status) {
    static final Set<Integer> ABOUT_THE_FACTS = Set.of(400, 413, 422, 451);

    /** {@code REFUSED}: the registry answered, and not with success. {@code FAILED}: no answer. */
    enum Result {
        DELIVERED,
        REFUSED,
        FAILED
    }

    static Outcome answered(int status) {
        return new Outcome(status / 100 == 2 ? Result.DELIVERED : Result.REFUSED, status);
    }

    static Outcome unanswered() {
        return new Outcome(Result.FAILED, null);
    }

    boolean isDelivered() {
        return result == Result.DELIVERED;
    }

    /**
     * Whether the registry has read these very facts and does not take them: malformed, breaking a rule, or a text that the
     * law keeps from being published (RFC 7725). Anything else may be about the moment, or about us: a token, a proxy, a
     * release that is just being replaced.
     */
    boolean isAboutTheFacts() {
        return status != null && ABOUT_THE_FACTS.contains(status);
    }
}
