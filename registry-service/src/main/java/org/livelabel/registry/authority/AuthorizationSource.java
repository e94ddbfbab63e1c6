package org.livelabel.registry.authority;

import io.quarkus.cache.CacheResult;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** Remembers an answer for five seconds at most; a failure is not remembered. */
@ApplicationScoped
class AuthorizationSource {
    @Inject
    @RestClient
    AccountService accountService;

    @CacheResult(cacheName = "authorizations")
    Authorizations of(String subject) {
        try {
            return accountService.authorizations(subject);
        } catch (RuntimeException e) {
            Log.warnf("account-service does not answer: %s", e.getClass().getSimpleName());
            throw Problem.withHeader(
                    ProblemType.AUTHORITY_UNAVAILABLE,
                    "Nothing was changed. Try again in a minute. Reading works meanwhile.",
                    "Retry-After",
                    "30");
        }
    }
}
