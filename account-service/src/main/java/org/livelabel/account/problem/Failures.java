package org.livelabel.account.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.problem.FailureAnswers;
import org.livelabel.conduct.problem.IdentityServerAway;

/** What the framework refused, or what failed on our side, as a problem of ours. */
public class Failures {
    /** The problem extension's own mappers do not fit this Quarkus release. */
    private static final int BEFORE_THE_EXTENSION = Priorities.USER - 1000;

    private static final FailureAnswers ANSWERS = new FailureAnswers(
            "account-service", ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE, "", "Send a smaller body.");

    private final UncheckedTokens unchecked;

    Failures(UncheckedTokens unchecked) {
        this.unchecked = unchecked;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Response missing() {
        return ANSWERS.noToken();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Response refused(AuthenticationFailedException failure) {
        return IdentityServerAway.causes(failure) ? notChecked(failure) : ANSWERS.tokenRefused();
    }

    /** The identity server was away when this service started, and still is. */
    @ServerExceptionMapper(value = OIDCException.class, priority = BEFORE_THE_EXTENSION)
    public Response unchecked(OIDCException failure) {
        return notChecked(failure);
    }

    private Response notChecked(Exception failure) {
        unchecked.count();
        return ANSWERS.tokenUnchecked(failure);
    }

    @ServerExceptionMapper
    public Response database(PersistenceException failure) {
        return ANSWERS.databaseFailed(failure);
    }

    /** Of what the problem extension itself makes a problem. */
    @ApplicationScoped
    static class OfTheExtension implements ProblemPostProcessor {
        @Override
        public HttpProblem apply(HttpProblem problem, ProblemContext context) {
            return ANSWERS.typed(problem, context.cause);
        }

        @Override
        public int priority() {
            return 1000;
        }
    }
}
