package org.livelabel.account.me;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.account.caller.Caller;
import org.livelabel.account.caller.Person;
import org.livelabel.account.organisation.Memberships;

@Path("/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Caller caller;
    private final Memberships memberships;

    MeResource(Caller caller, Memberships memberships) {
        this.caller = caller;
        this.memberships = memberships;
    }

    @GET
    @Operation(
            operationId = "getMe",
            summary = "The signed-in person and its organisations",
            description = "Two factors are needed.")
    @APIResponse(responseCode = "200", description = "The person; organisations are sorted by name")
    @APIResponse(
            responseCode = "401",
            description = "Problem insufficient-user-authentication, with the challenge of RFC 9470")
    public MeResponse get() {
        Person person = caller.withTwoFactors();
        return new MeResponse(person.subject(), person.email(), memberships.of(person.subject()));
    }
}
