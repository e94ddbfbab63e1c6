package org.livelabel.web.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** account-service, asked as the person who is signed in; its answer as it came. */
@RegisterRestClient(configKey = "account")
@AccessToken
@Path("/v1/me")
interface AccountApi {
    @GET
    JsonNode me();
}
