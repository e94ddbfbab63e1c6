package org.livelabel.web.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in our own database and gives the browser a random handle. Ending a session here ends it wherever the
 * cookie was copied to.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class DatabaseTokenStateManager implements TokenStateManager {
    private final BrowserSessionRepository sessions;
    private final RandomGenerator chance;
    private final Clock clock;
    private final ObjectMapper json;

    DatabaseTokenStateManager(
            BrowserSessionRepository sessions, RandomGenerator chance, Clock clock, ObjectMapper json) {
        this.sessions = sessions;
        this.chance = chance;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Long seconds = Objects.requireNonNull(
                request.<Long>get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM), "the session's age");
        return context.runBlocking(() -> keep(tokens, Duration.ofSeconds(seconds)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(() -> find(tokenState));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String tokenState, OidcRequestContext<Void> context) {
        return context.runBlocking(() -> end(tokenState));
    }

    private String keep(AuthorizationCodeTokens tokens, Duration lifetime) {
        Handle handle = Handle.draw(chance);
        Instant now = clock.instant();
        BrowserSession session = new BrowserSession();
        session.handleHash = handle.hash();
        session.tokens = handle.seal(write(tokens));
        session.createdAt = now;
        session.expiresAt = now.plus(lifetime);
        sessions.keep(session);
        return handle.cookieValue();
    }

    private AuthorizationCodeTokens find(String tokenState) {
        Handle handle = handle(tokenState);
        if (handle == null) {
            throw new AuthenticationFailedException("the session cookie is not one of ours");
        }
        return sessions.tokens(handle.hash(), clock.instant())
                .map(kept -> read(handle.open(kept)))
                .orElseThrow(() -> new AuthenticationFailedException("the session has ended"));
    }

    private @Nullable Void end(String tokenState) {
        Handle handle = handle(tokenState);
        if (handle != null) {
            sessions.end(handle.hash());
        }
        return null;
    }

    private static @Nullable Handle handle(String tokenState) {
        try {
            return Handle.read(tokenState);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] write(AuthorizationCodeTokens tokens) {
        try {
            return json.writeValueAsString(new KeptTokens(
                            tokens.getIdToken(),
                            tokens.getAccessToken(),
                            tokens.getRefreshToken(),
                            tokens.getAccessTokenExpiresIn(),
                            tokens.getAccessTokenScope()))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuthorizationCodeTokens read(byte[] text) {
        try {
            KeptTokens kept = json.readValue(text, KeptTokens.class);
            return new AuthorizationCodeTokens(
                    kept.idToken(), kept.accessToken(), kept.refreshToken(), kept.expiresIn(), kept.scope());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param expiresIn seconds, as the issuer said when it gave the access token out */
    record KeptTokens(
            String idToken,
            String accessToken,
            @Nullable String refreshToken,
            @Nullable Long expiresIn,
            @Nullable String scope) {}
}
