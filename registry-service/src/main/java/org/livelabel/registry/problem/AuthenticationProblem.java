package org.livelabel.registry.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** No token, or one that does not count. The problem extension's own mappers do not fit this Quarkus release. */
public class AuthenticationProblem {
    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1000)
    public Response missing() {
        return answer("Bearer");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = Priorities.USER - 1000)
    public Response failed(AuthenticationFailedException failure) {
        return couldNotCheck(failure) ? unchecked() : answer("Bearer error=\"invalid_token\"");
    }

    /** The identity server was away when this service started, and still is. */
    @ServerExceptionMapper(value = OIDCException.class, priority = Priorities.USER - 1000)
    public Response unchecked() {
        return Problem.withHeader(
                        ProblemType.AUTHORITY_UNAVAILABLE,
                        "Your token is signed with a key that we have to fetch first, and cannot fetch right now. Nothing was"
                                + " changed. Try again in a minute. Reading works meanwhile.",
                        "Retry-After",
                        "30")
                .toResponse();
    }

    /** Whether nothing is said against the token, because the identity server did not answer or answered nonsense. */
    public static boolean couldNotCheck(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OIDCException e -> {
                    return true;
                }
                case TimeoutException e -> {
                    return true;
                }
                case VertxException e -> {
                    return true;
                }
                // a token that is no JSON
                case JsonProcessingException e -> {
                    return false;
                }
                case IOException e -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
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
