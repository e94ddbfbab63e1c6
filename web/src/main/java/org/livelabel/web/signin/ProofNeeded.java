package org.livelabel.web.signin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.web.page.ErrorPages;
import org.livelabel.web.service.ServiceRefusedException;

/** What a page does when a service refuses what it asked for in the person's name. */
class ProofNeeded {
    /** Marks a page that has been through {@link ConfirmPages}, so that it is not sent there twice. */
    static final String CONFIRMED = "confirmed";

    private final LocalAddress address;

    ProofNeeded(LocalAddress address) {
        this.address = address;
    }

    @ServerExceptionMapper
    Response answer(ServiceRefusedException refusal, UriInfo uri) {
        return switch (refusal.status()) {
            case 400 -> ErrorPages.badRequest();
            case 401 -> refusal.proofNeeded() ? confirm(uri) : ErrorPages.signInIncomplete();
            case 403 -> ErrorPages.forbidden();
            case 404 -> ErrorPages.notFound();
            default -> ErrorPages.failure();
        };
    }

    private Response confirm(UriInfo uri) {
        if (uri.getQueryParameters().containsKey(CONFIRMED)) {
            return ErrorPages.proofMissing();
        }
        URI asked = uri.getRequestUri();
        String then = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        return address.redirect(UriBuilder.fromPath("/account/confirm")
                .queryParam("then", "{then}")
                .build(then)
                .toString());
    }
}
