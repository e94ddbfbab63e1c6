package org.livelabel.web.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What registry-service tells an organisation's members only; asked as the person who is signed in. */
@RegisterRestClient(configKey = "registry")
@AccessToken
@Path("/v1/organisations/{id}/products")
interface RegistryMembersApi {
    @GET
    JsonNode products(
            @PathParam("id") UUID organisation,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);
}
