package org.livelabel.web.service;

import org.jspecify.annotations.Nullable;

/** A service answered with a 4xx status. */
public final class ServiceRefusedException extends RuntimeException {
    private final int status;
    private final boolean proofNeeded;

    ServiceRefusedException(String service, int status, @Nullable String challenge) {
        super(service + " answered " + status);
        this.status = status;
        this.proofNeeded = status == 401 && challenge != null && challenge.contains("insufficient_user_authentication");
    }

    public int status() {
        return status;
    }

    /** The person has to prove two factors again, and lately (RFC 9470). */
    public boolean proofNeeded() {
        return proofNeeded;
    }
}
