package org.livelabel.web.service;

/** A service does not answer, or answers that it cannot. Nothing is wrong with the request. */
public final class ServiceAwayException extends RuntimeException {
    private final boolean waitedFor;

    ServiceAwayException(String service, String why) {
        super(service + " is away: " + why);
        this.waitedFor = false;
    }

    ServiceAwayException(String service, Throwable cause, boolean waitedFor) {
        super(service + " is away: " + cause, cause);
        this.waitedFor = waitedFor;
    }

    /** It was given all the time that it may have. */
    boolean waitedFor() {
        return waitedFor;
    }
}
