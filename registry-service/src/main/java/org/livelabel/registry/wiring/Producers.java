package org.livelabel.registry.wiring;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.livelabel.conduct.identity.IdentityServerPatience;

/** The one place that asks the machine for the time and for chance. */
@ApplicationScoped
class Producers {
    @Produces
    @Singleton
    Clock clock(RegistrySettings settings) {
        Duration shift = settings.clockShift();
        if (!shift.isZero()) {
            Log.warnf("the clock is shifted by %s: what is published carries a wrong time", shift);
        }
        return Clock.offset(Clock.systemUTC(), shift);
    }

    @Produces
    @Singleton
    Supplier<UUID> newIds() {
        return UUID::randomUUID;
    }

    /** Those who wait for somebody's authority have less than twice as long. */
    @Produces
    @Singleton
    @Unremovable
    IdentityServerPatience identityServerPatience() {
        return new IdentityServerPatience(Duration.ofSeconds(3));
    }

    /** Good enough for what must not be guessed. */
    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
