package org.livelabel.conduct.problem;

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
            // a token that is no JSON
            if (cause instanceof JsonProcessingException) {
                return false;
            }
            if (cause instanceof OIDCException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
