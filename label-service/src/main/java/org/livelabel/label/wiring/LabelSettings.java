package org.livelabel.label.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an installation has to say about itself. */
@ConfigMapping(prefix = "livelabel")
public interface LabelSettings {
    /** Where the public reaches this service. It is printed in QR codes: changing it breaks what is on products. */
    URI publicUrl();

    /** Where the public reaches registry-service; its feed is followed there, and labels link to it as their source. */
    URI registryUrl();

    /** Where the public reaches the catalogue; without it labels do not link there. */
    Optional<URI> webUrl();

    Database database();

    Feed feed();

    /** Without defaults, so that one that is missing stops the start. */
    interface Database {
        /** {@code jdbc:postgresql://…} */
        String url();

        /** The role of the application; can read and write rows, nothing else. */
        String user();

        String password();

        /** How long one statement may take, as PostgreSQL writes it; what takes longer is cancelled and answered with 503. */
        @WithDefault("10s")
        String statementTimeout();
    }

    interface Feed {
        /** How long one request for new entries may wait for them. Shorter than the patience of proxies in between. */
        @WithDefault("10S")
        Duration longPoll();

        /** How long the registry may be out of reach before labels say that they may be out of date. */
        @WithDefault("60S")
        Duration staleAfter();

        /** The longest pause between two attempts to reach the registry. */
        @WithDefault("15S")
        Duration longestPause();

        /** Forgets everything at the next start and reads the log again from index 0. */
        @WithDefault("false")
        boolean rebuild();
    }
}
