package org.livelabel.web.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What an installation has to say about itself. Addresses are bases without a trailing slash. */
@ConfigMapping(prefix = "livelabel")
public interface WebSettings {
    /** Where browsers reach this service. Forms are taken from this origin only; sign-in returns to it. */
    URI publicUrl();

    /** Where we reach registry-service. */
    URI registryUrl();

    /** Where browsers reach registry-service, for links to data. */
    URI registryPublicUrl();

    /** Where browsers reach label-service. QR codes are shown from there. */
    URI labelUrl();

    /** Where we reach account-service. */
    URI accountUrl();

    Identity identity();

    Database database();

    interface Identity {
        /** The realm, as browsers reach it. */
        URI url();

        /** Of the client {@code web}; at least 32 characters. */
        String clientSecret();
    }

    interface Database {
        String url();

        String user();

        String password();

        /** How long one statement may take, as PostgreSQL writes it; what takes longer is cancelled. */
        @WithDefault("10s")
        String statementTimeout();
    }

    /** Scheme, host and port, as browsers send it in {@code Origin}. */
    static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    default boolean secure() {
        return "https".equals(publicUrl().getScheme());
    }
}
