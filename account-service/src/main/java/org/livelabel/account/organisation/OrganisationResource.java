package org.livelabel.account.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.caller.Caller;
import org.livelabel.account.caller.Person;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;

@Path("/v1/organisations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationResource {
    private static final Set<Role> MAY_CREATE = EnumSet.of(Role.OWNER, Role.PUBLISHER);
    private static final Set<Role> ANY = EnumSet.allOf(Role.class);

    private final Caller caller;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Idempotency idempotency;
    private final Supplier<UUID> newIds;

    OrganisationResource(
            Caller caller,
            Memberships memberships,
            Organisations organisations,
            Idempotency idempotency,
            Supplier<UUID> newIds) {
        this.caller = caller;
        this.memberships = memberships;
        this.organisations = organisations;
        this.idempotency = idempotency;
        this.newIds = newIds;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "createOrganisation",
            summary = "Puts down a maker that is not here itself",
            description =
                    "For owners and publishers of a verified operator organisation, with two factors proven within "
                            + "the last 15 minutes. The maker has no members and is not verified. The registry knows it a moment "
                            + "later.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OrganisationRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created, or created by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = OrganisationResponse.class)))
    @APIResponse(responseCode = "400", description = "Problem unreadable-body or idempotency-key-missing")
    @APIResponse(
            responseCode = "401",
            description = "Problem insufficient-user-authentication, with the challenge of RFC 9470")
    @APIResponse(responseCode = "403", description = "Problem not-allowed")
    @APIResponse(
            responseCode = "422",
            description = "Problem invalid-content with all violations, or idempotency-key-reused")
    public Response create(
            @Parameter(
                            required = true,
                            description =
                                    "1 to 255 visible ASCII characters, drawn anew for each maker and repeated with a retry; "
                                            + "remembered for a week")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            InputStream body) {
        Person person = caller.withTwoFreshFactors();
        if (!operates(person, MAY_CREATE)) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "Only owners and publishers of a verified operator organisation may put down a maker.");
        }
        String key = Idempotency.key(idempotencyKey);
        JsonNode json = StrictJson.read(body);
        OrganisationFacts facts = OrganisationRequest.of(json).facts();
        JsonNode answer = idempotency.once(person.subject(), key, "create organisation " + json, () -> {
            UUID id = newIds.get();
            organisations.create(id, facts);
            return OrganisationResponse.of(id, facts);
        });
        return Response.created(
                        URI.create("/v1/organisations/" + answer.get("id").asText()))
                .entity(answer)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getOrganisation",
            summary = "An organisation, for its members and for operators",
            description = "Two factors are needed. For everybody else there is nothing here.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganisationResponse.class)))
    @APIResponse(responseCode = "404", description = "Problem not-found: unknown, or not yours")
    public OrganisationResponse get(@PathParam("id") UUID id) {
        Person person = caller.withTwoFactors();
        List<MemberOf> own = memberships.of(person.subject());
        boolean mayRead = own.stream().anyMatch(m -> m.id().equals(id) || m.operates(ANY));
        return organisations
                .find(id)
                .filter(o -> mayRead)
                .map(o -> OrganisationResponse.of(o.id, o.facts()))
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND, "There is no organisation " + id + " that you are a member of."));
    }

    private boolean operates(Person person, Set<Role> sufficient) {
        return memberships.of(person.subject()).stream().anyMatch(m -> m.operates(sufficient));
    }
}
