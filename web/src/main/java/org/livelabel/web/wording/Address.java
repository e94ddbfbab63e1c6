package org.livelabel.web.wording;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address that somebody published. Only one that leads to a page, and that we read as a browser does, is linked. */
public final class Address {
    private static final Set<String> LINKED = Set.of("https", "http");

    private Address() {}

    /** Null if it is anything else: then it may be shown, but only as text. */
    public static @Nullable URI linkable(@Nullable String published) {
        if (published == null) {
            return null;
        }
        try {
            URI address = new URI(published);
            boolean page = address.getScheme() != null
                    && LINKED.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
            return page ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
