package org.livelabel.account.authorization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.MemberOf;
import org.livelabel.account.organisation.Role;

/** @param signedInAfter all the person's sessions were ended then; who signed in before must not act any more */
public record AuthorizationResponse(
        String subject,
        @JsonProperty("signed_in_after") @Nullable Instant signedInAfter,
        List<Place> organisations) {
    /** A person's place in one organisation. */
    public record Place(UUID id, Kind kind, boolean verified, boolean suspended, Set<Role> roles) {}

    static AuthorizationResponse of(String subject, @Nullable Instant signedInAfter, List<MemberOf> memberOf) {
        List<Place> places = memberOf.stream()
                .map(m -> new Place(m.id(), m.kind(), m.verified(), m.suspended(), m.roles()))
                .toList();
        return new AuthorizationResponse(subject, signedInAfter, places);
    }

    static AuthorizationResponse none(String subject) {
        return new AuthorizationResponse(subject, null, List.of());
    }
}
