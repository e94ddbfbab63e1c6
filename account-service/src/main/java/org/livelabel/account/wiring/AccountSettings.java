package org.livelabel.account.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What an installation has to say about itself. Database and identity server are read where Quarkus wants them. */
@ConfigMapping(prefix = "livelabel")
public interface AccountSettings {
    /** The registry, as this service reaches it. */
    URI registryUrl();

    Outbox outbox();

    interface Outbox {
        /** Off in command mode: a command leaves delivering to the running service. */
        @WithDefault("true")
        boolean enabled();
    }
}
