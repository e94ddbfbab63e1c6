package org.livelabel.registry.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.FailedRequests;
import org.livelabel.conduct.IdentityServerAway;

/** No token, or one that does not count. The problem extension's own mappers do not fit this Quarkus release. */
public class AuthenticationProblem {
    private final UncheckedTokens unchecked;

    AuthenticationProblem(UncheckedTokens unchecked) {
        this.unchecked = unchecked;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1000)
    public Response missing() {
        return answer("Bearer");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = Priorities.USER - 1000)
    public Response failed(AuthenticationFailedException failure) {
        return IdentityServerAway.causes(failure) ? unchecked(failure) : answer("Bearer error=\"invalid_token\"");
    }

    /** The identity server was away when this service started, and still is. */
    @ServerExceptionMapper(value = OIDCException.class, priority = Priorities.USER - 1000)
    public Response unchecked(OIDCException failure) {
        return unchecked((Exception) failure);
    }

    private Response unchecked(Exception failure) {
        unchecked.count();
        FailedRequests.log(503, failure);
        return Problem.withHeader(
                        ProblemType.AUTHORITY_UNAVAILABLE,
                        "Your token is signed with a key that we have to fetch first, and cannot fetch right now. Nothing was"
                                + " changed. Try again in a minute. Reading works meanwhile.",
                        "Retry-After",
                        "30")
                .toResponse();
    }

    /** RFC 6750, 3. */
    private static Response answer(String challenge) {
        return Problem.withHeader(
                        ProblemType.NOT_AUTHENTICATED,
                        "Send Authorization: Bearer with a token for registry-service that has not expired.",
                        "WWW-Authenticate",
                        challenge)
                .toResponse();
    }
}
