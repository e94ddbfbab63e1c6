package org.livelabel.account.wiring;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.conduct.identity.IdentityServerPatience;

/** The one place that asks the machine for the time and for new ids. */
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
        return new IdentityServerPatience(Duration.ofSeconds(3));
    }

    @Produces
    @Singleton
    Supplier<UUID> newIds() {
        return UUID::randomUUID;
    }
}
