package org.livelabel.account.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.FailedRequests;
import org.livelabel.conduct.IdentityServerAway;

/** No token, or one that does not count. Stands before the problem extension's mappers, which fail with this Quarkus. */
public class TokenProblem {
    private static final int BEFORE_THE_EXTENSION = Priorities.USER - 1000;

    private final UncheckedTokens unchecked;

    TokenProblem(UncheckedTokens unchecked) {
        this.unchecked = unchecked;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Response missing() {
        return challenge("Bearer");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Response refused(AuthenticationFailedException failure) {
        return IdentityServerAway.causes(failure)
                ? unchecked(failure)
                : challenge("Bearer error=\"invalid_token\""); // RFC 6750, 3.1
    }

    /** The identity server was away when this service started, and still is. */
    @ServerExceptionMapper(value = OIDCException.class, priority = BEFORE_THE_EXTENSION)
    public Response unchecked(OIDCException failure) {
        return unchecked((Exception) failure);
    }

    private Response unchecked(Exception failure) {
        unchecked.count();
        FailedRequests.log(503, failure);
        return Problem.withHeader(
                        ProblemType.UNAVAILABLE,
                        "Your token is signed with a key that we have to fetch first, and cannot fetch right now. Nothing was"
                                + " changed. Try again in a minute.",
                        "Retry-After",
                        "30")
                .toResponse();
    }

    private static Response challenge(String challenge) {
        return Problem.withHeader(
                        ProblemType.NOT_AUTHENTICATED,
                        "Get a token for account-service from the identity server and send it as Authorization: Bearer.",
                        HttpHeaders.WWW_AUTHENTICATE,
                        challenge)
                .toResponse();
    }
}
