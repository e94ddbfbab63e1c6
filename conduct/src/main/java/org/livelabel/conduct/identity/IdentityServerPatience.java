package org.livelabel.conduct.identity;

import io.quarkus.oidc.common.OidcRequestFilter;
import java.time.Duration;

/**
 * No request to the identity server waits for longer than this: without it only connecting has an end, and all who need a
 * token or a key wait behind the one request that got no answer. A service makes a bean of it.
 */
public record IdentityServerPatience(Duration longest) implements OidcRequestFilter {
    @Override
    public void filter(OidcRequestContext context) {
        context.request().timeout(longest.toMillis());
    }
}
