package org.livelabel.registry.authority;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * No request to the identity server waits for longer than this: without it only connecting has an end, and all who need a
 * token or a key wait behind the one request that got no answer.
 */
@Unremovable
@ApplicationScoped
class IdentityServerPatience implements OidcRequestFilter {
    private static final long MILLIS = 3000;

    @Override
    public void filter(OidcRequestContext context) {
        context.request().timeout(MILLIS);
    }
}
