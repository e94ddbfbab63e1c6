package org.livelabel.web.signin;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.wiring.WebSettings;

/**
 * Ends the session here first, then at Keycloak (OpenID Connect RP-Initiated Logout 1.0), so that it is over here even
 * if the browser never arrives there. Only a form of our own pages gets this far.
 */
@Path("/account/sign-out")
@PermitAll
public class SignOut {
    private static final String SIGNED_OUT = "/account/signed-out";

    private final CurrentIdentityAssociation identity;
    private final OidcSession session;
    private final OidcConfigurationMetadata identityServer;
    private final LocalAddress address;
    private final WebSettings settings;

    SignOut(
            CurrentIdentityAssociation identity,
            OidcSession session,
            OidcConfigurationMetadata identityServer,
            LocalAddress address,
            WebSettings settings) {
        this.identity = identity;
        this.session = session;
        this.identityServer = identityServer;
        this.address = address;
        this.settings = settings;
    }

    @POST
    public Response signOut() {
        String hint = tokenOfThisSession();
        session.logout().await().indefinitely();
        if (hint == null) {
            return address.redirect(SIGNED_OUT);
        }
        URI end = UriBuilder.fromUri(identityServer.getEndSessionUri())
                .queryParam("id_token_hint", "{hint}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .build(hint, settings.publicUrl() + SIGNED_OUT);
        return Response.seeOther(end).build();
    }

    /** Null for somebody who is not signed in any more, who is to see the same page as everybody else. */
    private @Nullable String tokenOfThisSession() {
        try {
            SecurityIdentity person = identity.getDeferredIdentity().await().indefinitely();
            return person.isAnonymous() ? null : session.getIdToken().getRawToken();
        } catch (AuthenticationFailedException | AuthenticationCompletionException e) {
            return null;
        }
    }
}
