package org.livelabel.account.outbox;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with this service's own token. Saying the same twice changes nothing there. */
@Path("/internal/organisations")
@RegisterRestClient(configKey = "registry-service")
@OidcClientFilter
interface RegistryClient {
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response put(@PathParam("id") UUID id, String facts);
}
