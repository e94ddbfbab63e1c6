package org.livelabel.registry.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an installation has to say about itself. */
@ConfigMapping(prefix = "livelabel")
public interface RegistrySettings {
    /** Where the public reaches this service; problem documents and links are made from it. */
    URI publicUrl();

    /** Where the public reaches label-service. */
    URI labelUrl();

    /** The log's origin, the {@code source} of every entry. Differs per installation; must never change. */
    String origin();

    /** Where account-service answers other services; never reached by the public. */
    URI accountUrl();

    Identity identity();

    Database database();

    /**
     * How far this service's clock is from the machine's. For rehearsals and end-to-end tests, which need a yesterday; a
     * production installation leaves it alone.
     */
    @WithDefault("PT0S")
    Duration clockShift();

    /** Off in command mode: a one-off command neither works through imports nor catches up before it begins. */
    @WithDefault("true")
    boolean background();

    Imports imports();

    RateLimit rateLimit();

    interface Identity {
        /** The realm whose tokens are taken. */
        URI url();

        /** This service's own secret, for the tokens with which it asks account-service. */
        String clientSecret();
    }

    interface Database {
        /** A JDBC address. */
        String url();

        /** The application role: reads everything, appends to the log, cannot change a table. */
        String user();

        String password();
    }

    interface Imports {
        /** Rows that share a transaction, and with it a wait for the disk. */
        @WithDefault("25")
        int batch();
    }

    interface RateLimit {
        /**
         * Requests that an address may send within a window without a token; a lookup counts as one for each 50 GTINs.
         * With 600 in a minute 200,000 GTINs are looked up in seven minutes.
         */
        @WithDefault("600")
        int quota();

        @WithDefault("PT1M")
        Duration window();

        /** Networks that are not counted: this machine, and where our own services run. */
        Optional<List<String>> exempt();

        /** Networks of proxies whose X-Forwarded-For is believed. None unless told: then the socket's address counts. */
        Optional<List<String>> trustedProxies();
    }
}
