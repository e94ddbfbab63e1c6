package org.livelabel.account.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/**
 * What an installation has to say about itself. Secrets have no defaults, and all are named here although the framework uses
 * some of them: it would take a missing password for an empty one and start.
 */
@ConfigMapping(prefix = "livelabel")
public interface AccountSettings {
    /** The registry, as this service reaches it. */
    URI registryUrl();

    Identity identity();

    Database database();

    Outbox outbox();

    interface Identity {
        /** The realm, the issuer of every token. */
        URI url();

        /** Of the client {@code account-service}. */
        String clientSecret();
    }

    interface Database {
        String url();

        /** How long one statement may take, as PostgreSQL writes it; what takes longer is cancelled and answered with 503. */
        @WithDefault("10s")
        String statementTimeout();

        /** The role that the service works as; it cannot change a table. */
        String user();

        String password();
    }

    interface Outbox {
        /** Off in command mode: a command leaves delivering to the running service. */
        @WithDefault("true")
        boolean enabled();
    }
}
