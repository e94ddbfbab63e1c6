package org.livelabel.registry.authority;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with this service's own token, not the person's. */
@Path("/internal")
@RegisterRestClient(configKey = "account-service")
@OidcClientFilter
interface AccountService {
    @GET
    @Path("authorizations")
    Uni<Authorizations> authorizations(@QueryParam("subject") String subject);
}
