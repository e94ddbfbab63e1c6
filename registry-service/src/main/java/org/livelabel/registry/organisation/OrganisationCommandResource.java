package org.livelabel.registry.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.authority.Caller;

/**
 * Takes an organisation's public facts from account-service and publishes what is new. Saying the same again publishes
 * nothing, so a command may be repeated.
 */
@Path("/internal/organisations")
@Authenticated
public class OrganisationCommandResource {
    private final Caller caller;
    private final OrganisationCommands commands;

    OrganisationCommandResource(Caller caller, OrganisationCommands commands) {
        this.caller = caller;
        this.commands = commands;
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response put(@PathParam("id") UUID id, InputStream body) {
        caller.requireService("account-service");
        JsonNode facts = StrictJson.read(body);
        OrganisationCommands.Said said = commands.say(id, facts);
        if (said.refused() != null) {
            // what was taken all the same is published by now
            throw said.refused();
        }
        return said.index() == null
                ? Response.noContent().build()
                : Response.ok(Map.of("log_index", said.index())).build();
    }
}
