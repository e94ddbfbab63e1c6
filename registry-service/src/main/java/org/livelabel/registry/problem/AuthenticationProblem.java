package org.livelabel.registry.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** No token, or one that does not count. The problem extension's own mappers do not fit this Quarkus release. */
public class AuthenticationProblem {
    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1000)
    public Response missing() {
        return answer("Bearer");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = Priorities.USER - 1000)
    public Response failed() {
        return answer("Bearer error=\"invalid_token\"");
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
