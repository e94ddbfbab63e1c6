package org.livelabel.web.wiring;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.livelabel.conduct.identity.IdentityServerPatience;

/** The one place that asks the machine for the time and for chance. */
@ApplicationScoped
class Producers {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Unremovable
    IdentityServerPatience identityServerPatience() {
        return new IdentityServerPatience(Duration.ofSeconds(5));
    }

    /** Good enough for what must not be guessed. */
    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
