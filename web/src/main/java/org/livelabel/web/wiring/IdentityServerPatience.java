package org.livelabel.web.wiring;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;

/** No request to the identity server waits for longer than this; without it only connecting has an end. */
@Unremovable
@ApplicationScoped
class IdentityServerPatience implements OidcRequestFilter {
    private static final long MILLIS = 5000;

    @Override
    public void filter(OidcRequestContext context) {
        context.request().timeout(MILLIS);
    }
}
