package org.livelabel.local.sample;

import java.time.Clock;
import java.time.Duration;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.keycloak.Tokens;

/** A person who has signed in, and stays so while a slow machine works: access tokens are good for five minutes only. */
final class Session {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SignIn signIn;
    private final Clock clock;
    private Tokens tokens;

    Session(SignIn signIn, Clock clock, SampleAccount person) {
        this.signIn = signIn;
        this.clock = clock;
        this.tokens = signIn.signIn(person.account());
    }

    synchronized String accessToken() {
        if (clock.instant().plus(MARGIN).isAfter(tokens.expiresAt())) {
            tokens = signIn.refresh(tokens);
        }
        return tokens.accessToken();
    }
}
