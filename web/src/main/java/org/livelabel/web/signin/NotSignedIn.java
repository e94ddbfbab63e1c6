package org.livelabel.web.signin;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.identity.IdentityServerPatience;
import org.livelabel.conduct.problem.IdentityServerAway;
import org.livelabel.web.page.ErrorPages;
import org.livelabel.web.signin.SignInMetrics.Outcome;

/**
 * Who is not signed in is sent to the identity server. The request is pushed there first (RFC 9126), so that it has to
 * answer us before the browser can go; where it does not, and in place of every bare 401 of the OIDC extension, there is a
 * page.
 */
class NotSignedIn {
    private static final Logger LOG = Logger.getLogger(NotSignedIn.class);

    private final HttpAuthenticator authenticator;
    private final IdentityServerPatience patience;
    private final SignInMetrics metrics;

    NotSignedIn(HttpAuthenticator authenticator, IdentityServerPatience patience, SignInMetrics metrics) {
        this.authenticator = authenticator;
        this.patience = patience;
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    Uni<Response> begin(UnauthorizedException e, RoutingContext request) {
        return signIn(request);
    }

    /** A session that could not be renewed because nobody answered goes on when somebody does. */
    @ServerExceptionMapper
    Uni<Response> beginAgain(AuthenticationFailedException e, RoutingContext request) {
        return isAway(e) ? Uni.createFrom().item(away(e)) : signIn(request);
    }

    @ServerExceptionMapper
    Response incomplete(AuthenticationCompletionException e) {
        return isAway(e) ? away(e) : incomplete();
    }

    /** The identity server was not there when we started, and still is not. */
    @ServerExceptionMapper
    Response away(OIDCException e) {
        return away((Throwable) e);
    }

    private Uni<Response> signIn(RoutingContext request) {
        return authenticator
                .getChallenge(request)
                .ifNoItem()
                .after(patience.longest())
                .fail()
                .map(this::redirect)
                .onFailure()
                .recoverWithItem(e -> {
                    forgetThisAttempt(request);
                    return away(e);
                });
    }

    private Response redirect(@Nullable ChallengeData challenge) {
        if (challenge == null || challenge.status >= 400) {
            return incomplete();
        }
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    /** Each holds a cookie for a quarter of an hour; enough of them, and no request of the browser fits its header. */
    private static void forgetThisAttempt(RoutingContext request) {
        for (Cookie cookie : new ArrayList<>(request.request().cookies())) {
            if (cookie.getName().startsWith(StrayCallback.STATE_COOKIE)
                    && cookie instanceof ServerCookie set
                    && set.isChanged()) {
                request.response().removeCookie(cookie.getName(), false);
            }
        }
    }

    private static boolean isAway(Throwable e) {
        // the extension hands on the cause of what failed; of a time-out or a closed connection there is none
        return IdentityServerAway.causes(e)
                || Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                        .anyMatch(NullPointerException.class::isInstance);
    }

    private Response incomplete() {
        metrics.count(Outcome.INCOMPLETE);
        return ErrorPages.signInIncomplete();
    }

    private Response away(Throwable e) {
        metrics.count(Outcome.AWAY);
        LOG.warnf("nobody can sign in: %s", e);
        return ErrorPages.signInAway();
    }
}
