package org.livelabel.local.keycloak;

/** Says in one line what is wrong with Keycloak and where to read on; lines of its log may follow. */
public final class KeycloakFailure extends RuntimeException {
    KeycloakFailure(String message) {
        super(message);
    }

    KeycloakFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
