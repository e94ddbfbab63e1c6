package org.livelabel.account.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.MemberOf;
import org.livelabel.account.organisation.Role;

/** @param sessionEpoch grows when all the person's sessions are ended; a token from before must not act any more */
@Schema(requiredProperties = {"subject", "session_epoch", "organisations"})
public record AuthorizationResponse(
        String subject, @JsonProperty("session_epoch") int sessionEpoch, List<Place> organisations) {
    /** A person's place in one organisation. */
    @Schema(requiredProperties = {"id", "kind", "verified", "suspended", "roles"})
    public record Place(UUID id, Kind kind, boolean verified, boolean suspended, Set<Role> roles) {}

    static AuthorizationResponse of(String subject, int sessionEpoch, List<MemberOf> memberOf) {
        List<Place> places = memberOf.stream()
                .map(m -> new Place(m.id(), m.kind(), m.verified(), m.suspended(), m.roles()))
                .toList();
        return new AuthorizationResponse(subject, sessionEpoch, places);
    }

    static AuthorizationResponse none(String subject) {
        return new AuthorizationResponse(subject, 0, List.of());
    }
}
