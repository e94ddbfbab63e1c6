package org.livelabel.registry.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a test go on as if five seconds had passed since anybody's authority was asked. */
@ApplicationScoped
public class RememberedAuthorizations {
    @Inject
    AuthorizationSource source;

    public void forget() {
        source.forget();
    }
}
