package org.livelabel.account.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** No token, or one that does not count. Stands before the problem extension's mappers, which fail with this Quarkus. */
public class TokenProblem {
    private static final int BEFORE_THE_EXTENSION = Priorities.USER - 1000;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Response missing() {
        return challenge("Bearer");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Response refused() {
        return challenge("Bearer error=\"invalid_token\""); // RFC 6750, 3.1
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
