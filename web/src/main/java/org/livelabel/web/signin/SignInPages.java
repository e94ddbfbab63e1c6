package org.livelabel.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.livelabel.web.page.ErrorPages;

/** The ends of a sign-in. The way between them is Keycloak's and the OIDC extension's. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class SignInPages {
    private final LocalAddress address;
    private final SignInMetrics metrics;

    SignInPages(LocalAddress address, SignInMetrics metrics) {
        this.address = address;
        this.metrics = metrics;
    }

    /** Being asked for by somebody who is not signed in is what starts the code flow. */
    @GET
    @Path("account/sign-in")
    @Authenticated
    public Response signIn() {
        return address.redirect(LocalAddress.HOME);
    }

    /** The registered redirect address. The flow goes on to where it began; only a stray visitor gets here. */
    @GET
    @Path("oidc/callback")
    @Authenticated
    public Response callback() {
        return address.redirect(LocalAddress.HOME);
    }

    @GET
    @Path("account/sign-in-failed")
    @PermitAll
    public Response failed() {
        metrics.count(SignInMetrics.Outcome.REFUSED);
        return ErrorPages.signInRefused();
    }

    @GET
    @Path("account/signed-out")
    @PermitAll
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }

    @CheckedTemplate(basePath = "signin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signedOut();
    }
}
