package org.livelabel.account.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. An attempt without an outcome was cut off: the registry may have heard it or not.
 *
 * @param status the HTTP status, if there was an answer
 */
record Outcome(Result result, @Nullable Integer status) {
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
}
