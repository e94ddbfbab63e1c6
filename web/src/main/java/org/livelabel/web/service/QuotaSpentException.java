package org.livelabel.web.service;

/** A service counts what is asked from the visitor's address, and that was too much lately. */
public final class QuotaSpentException extends RuntimeException {
    private final int retryAfter;

    QuotaSpentException(String service, int retryAfter) {
        super(service + " is asked too often for this visitor", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** In seconds. */
    public int retryAfter() {
        return retryAfter;
    }
}
