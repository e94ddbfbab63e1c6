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

    Keep keep();

    Feed feed();

    Export export();

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

        Patience patience();

        /** How long one statement may take; what takes longer is cancelled and answered with 503. */
        interface Patience {
            /** For requests that change nothing. */
            @WithDefault("PT5S")
            Duration read();

            /** For requests that do; publishers wait here for each other. */
            @WithDefault("PT20S")
            Duration write();

            /** For imports, schedules, the export and rebuilding. */
            @WithDefault("PT10M")
            Duration longest();
        }
    }

    interface Imports {
        /** Rows that share a transaction, and with it a wait for the disk. */
        @WithDefault("25")
        int batch();
    }

    /**
     * What is private and over is forgotten after a time: it may hold texts that people wrote. For how long answers are
     * remembered is said in conduct.
     */
    interface Keep {
        /** Imports that are finished, with the results of their lines. */
        @WithDefault("P30D")
        Duration imports();
    }

    interface Feed {
        /** Readers that may wait for an entry at once. Each costs some kilobytes and a connection from outside. */
        @WithDefault("10000")
        int waiting();

        /** How many of them may come from one address, unless it is exempt from the quota. */
        @WithDefault("100")
        int waitingForEach();
    }

    interface Export {
        /** How long a reader that takes less than 16 KiB a second keeps its place. */
        @WithDefault("PT30S")
        Duration patience();
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

        /** Networks that are not counted. None unless told, not even this machine. */
        Optional<List<String>> exempt();
    }
}
