package org.livelabel.conduct;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Tells a token that could not be checked, because the identity server did not answer or answered nonsense, from one that does
 * not count. For services that check tokens: a service without Quarkus' OIDC cannot load this.
 */
public final class IdentityServerAway {
    private IdentityServerAway() {}

    /** Whether nothing is said against the token. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OIDCException e -> {
                    return true;
                }
                case TimeoutException e -> {
                    return true;
                }
                case VertxException e -> {
                    return true;
                }
                // a token that is no JSON
                case JsonProcessingException e -> {
                    return false;
                }
                case IOException e -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
