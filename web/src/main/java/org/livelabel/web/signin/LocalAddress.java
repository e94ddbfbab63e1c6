package org.livelabel.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.wiring.WebSettings;

/** Redirects to our own pages and nowhere else, whatever a query parameter says. */
@ApplicationScoped
class LocalAddress {
    static final String HOME = "/my-organisation";

    private final WebSettings settings;

    LocalAddress(WebSettings settings) {
        this.settings = settings;
    }

    Response redirect(String path) {
        return Response.seeOther(URI.create(settings.publicUrl() + path)).build();
    }

    /** @return {@code asked} if it is a path of ours with an optional query; else where signed-in people begin */
    static String safe(@Nullable String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//")) {
            return HOME;
        }
        try {
            URI address = new URI(asked);
            boolean local = address.getScheme() == null && address.getRawAuthority() == null;
            return local && address.getRawFragment() == null ? asked : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
