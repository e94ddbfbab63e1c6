package org.livelabel.local.keycloak;

import java.time.Instant;

/**
 * What a sign-in yields.
 *
 * @param accessToken for an {@code Authorization: Bearer} header; good for five minutes
 * @param refreshToken good once, see {@link SignIn#refresh}
 */
public record Tokens(String accessToken, String refreshToken, String idToken, Instant expiresAt) {
    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "Tokens until " + expiresAt;
    }
}
