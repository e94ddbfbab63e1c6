package org.livelabel.web.signin;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.identity.Proof;
import org.livelabel.web.page.ErrorPages;

/**
 * Asks for a fresh proof of two factors and goes back to the page that needs it. The session ends first, because only a
 * visitor without one is sent to sign in; {@code acr_values} and {@code max_age} are forwarded and do not come back, so
 * whoever returns without the proof is told so in place of being sent again.
 */
@Path("/account/confirm")
@Authenticated
public class ConfirmPages {
    private final OidcSession session;
    private final LocalAddress address;
    private final Clock clock;

    ConfirmPages(OidcSession session, LocalAddress address, Clock clock) {
        this.session = session;
        this.address = address;
        this.clock = clock;
    }

    @GET
    public Response confirm(@QueryParam("then") @Nullable String then) {
        String target = LocalAddress.safe(then);
        if (isProven()) {
            return confirmed(target);
        }
        session.logout().await().indefinitely();
        return address.redirect(UriBuilder.fromPath("/account/confirm/ask")
                .queryParam("then", "{then}")
                .queryParam("acr_values", Proof.TWO_FACTORS)
                .queryParam("max_age", Proof.FRESH.toSeconds())
                .build(target)
                .toString());
    }

    @GET
    @Path("ask")
    public Response answered(@QueryParam("then") @Nullable String then) {
        return isProven() ? confirmed(LocalAddress.safe(then)) : ErrorPages.proofMissing();
    }

    /** Looked up in the token that came back: anybody can edit what was asked for. */
    private boolean isProven() {
        return Proof.of(session.getIdToken()).isOfTwoFactors(Proof.FRESH, clock.instant());
    }

    private Response confirmed(String target) {
        return address.redirect(UriBuilder.fromUri(target)
                .replaceQueryParam(ProofNeeded.CONFIRMED, "1")
                .build()
                .toString());
    }
}
