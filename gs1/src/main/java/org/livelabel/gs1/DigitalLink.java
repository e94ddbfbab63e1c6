package org.livelabel.gs1;

import java.net.URI;

/** A GS1 Digital Link URI: {@code https://host/01/09520000000011} (GS1 Digital Link: URI Syntax 1.3, primary key 01). */
public final class DigitalLink {
    private DigitalLink() {}

    /** @param base scheme, host and, if need be, port and path of the resolver; with or without a trailing slash */
    public static URI of(URI base, Gtin gtin) {
        String prefix = base.toString();
        return URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "01/" + gtin.value());
    }
}
