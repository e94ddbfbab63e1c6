package org.livelabel.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Two factors, proven lately. Both are checked in the token that came back: anybody can edit what was asked for. */
final class Proof {
    static final String LEVEL = "aal2";
    static final Duration MAX_AGE = Duration.ofMinutes(15);

    private Proof() {}

    static boolean holds(JsonWebToken idToken, Clock clock) {
        Object provenAt = idToken.getClaim("auth_time");
        if (!LEVEL.equals(idToken.getClaim("acr")) || provenAt == null) {
            return false;
        }
        Instant moment = Instant.ofEpochSecond(Long.parseLong(provenAt.toString()));
        return !clock.instant().isAfter(moment.plus(MAX_AGE));
    }
}
