package org.livelabel.web.wiring;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** No request to the identity server waits for longer than this; without it only connecting has an end. */
@Unremovable
@ApplicationScoped
public class IdentityServerPatience implements OidcRequestFilter {
    public static final Duration LONGEST = Duration.ofSeconds(5);

    @Override
    public void filter(OidcRequestContext context) {
        context.request().timeout(LONGEST.toMillis());
    }
}
