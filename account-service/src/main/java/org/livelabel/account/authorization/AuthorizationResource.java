package org.livelabel.account.authorization;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.caller.Caller;
import org.livelabel.account.caller.EndedSessions;
import org.livelabel.account.organisation.Memberships;
import org.livelabel.account.problem.ProblemType;
import org.livelabel.conduct.problem.Problem;

/**
 * What a person may do, for registry-service with its own token; the asker decides. Never routed from outside. The answer may be
 * kept for five seconds.
 */
@Path("/internal/authorizations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AuthorizationResource {
    // web passes the person's own token on to the services; nobody else decides about people
    private static final String ASKER = "registry-service";

    private final Caller caller;
    private final Memberships memberships;
    private final EndedSessions endedSessions;

    AuthorizationResource(Caller caller, Memberships memberships, EndedSessions endedSessions) {
        this.caller = caller;
        this.memberships = memberships;
        this.endedSessions = endedSessions;
    }

    @GET
    @Operation(hidden = true)
    public AuthorizationResponse get(@QueryParam("subject") @Nullable String subject) {
        caller.requireService(ASKER);
        if (subject == null || subject.isBlank()) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER, "subject", "is missing; send the sub of the person's token");
        }
        return uuid(subject)
                .map(id -> AuthorizationResponse.of(
                        subject, endedSessions.signedInAfter(id).orElse(null), memberships.of(id)))
                // no person has such a subject
                .orElseGet(() -> AuthorizationResponse.none(subject));
    }

    private static Optional<UUID> uuid(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
