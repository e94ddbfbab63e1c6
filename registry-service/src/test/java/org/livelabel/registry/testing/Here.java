package org.livelabel.registry.testing;

import java.net.URI;

/** Answers name whole addresses, of the service as the public knows it. In tests it is reached elsewhere. */
public final class Here {
    private Here() {}

    /** Path and query of an address in an answer. */
    public static String path(String address) {
        URI whole = URI.create(address);
        return whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
    }
}
