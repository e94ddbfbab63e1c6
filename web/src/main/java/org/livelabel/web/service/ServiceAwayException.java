package org.livelabel.web.service;

/** A service does not answer, or answers that it cannot. Nothing is wrong with the request. */
public final class ServiceAwayException extends RuntimeException {
    ServiceAwayException(String service, Throwable cause) {
        super(service + " is away: " + cause, cause);
    }
}
